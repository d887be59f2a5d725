import type { Paragraph, Root } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { EMBEDS } from "../model/embed.ts";
import { isEmbed } from "../model/explainer.ts";

/** The explainer a file holds: its path below `explainers/`, without the ending. */
export function pageOf(path: string): string {
  return path
    .replaceAll("\\", "/")
    .replace(/^.*\/explainers\//, "")
    .replace(/\.mdx$/, "");
}

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** The embed inside the tag that says which language the record is in. */
function wrap(embed: JsxElement): JsxElement {
  const value = embed.type === "mdxJsxFlowElement" ? "yes" : "no";
  return {
    type: embed.type,
    name: "RecordWords",
    attributes: [{ type: "mdxJsxAttribute", name: "block", value }],
    children: [embed],
  } as JsxElement;
}

/** Leaves the words of links inside an embed: most embeds are links themselves, and HTML has none inside another. */
function unwrapLinks(embed: JsxElement): void {
  visit(embed, "link", (link, at, parent) => {
    if (!parent || at === undefined) return;
    parent.children.splice(at, 1, ...link.children);
    return at;
  });
}

/**
 * Gives each embed the page it stands on and its place in the order of the page's embeds, so that it finds
 * its footnote number without counting at render time. An inline embed alone on a line becomes a paragraph.
 * Where the front matter names a language, what the record words itself is put into `RecordWords`.
 */
export function bindEmbeds() {
  return (tree: Root, file: VFile): void => {
    const page = pageOf(file.path);
    const foreign = file.data.astro?.frontmatter?.["language"] !== undefined;
    let index = 0;
    visit(tree, (node, at, parent) => {
      if (!isEmbed(node)) return;
      unwrapLinks(node);
      const attribute = (name: string, value: string) =>
        node.attributes.push({ type: "mdxJsxAttribute", name, value });
      attribute("page", page);
      attribute("at", String(index));
      index += 1;
      if (!parent || at === undefined) return;
      const own = foreign && node.children.length === 0;
      if (
        node.type !== "mdxJsxFlowElement" ||
        EMBEDS[node.name ?? ""]?.block !== false
      ) {
        if (own) parent.children.splice(at, 1, wrap(node) as never);
        return;
      }
      const children = node.children.flatMap((child) =>
        child.type === "paragraph" ? child.children : [],
      );
      const text = {
        ...node,
        type: "mdxJsxTextElement",
        children,
      } as unknown as MdxJsxTextElement;
      const paragraph: Paragraph = {
        type: "paragraph",
        children: [own ? (wrap(text) as MdxJsxTextElement) : text],
      };
      parent.children.splice(at, 1, paragraph as never);
    });
  };
}
