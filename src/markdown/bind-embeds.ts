import type { Paragraph, Root } from "mdast";
import type { MdxJsxTextElement } from "mdast-util-mdx-jsx";
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

/**
 * Gives each embed the page it stands on and its place in the order of the page's embeds, so that it finds
 * its footnote number without counting at render time. An inline embed alone on a line becomes a paragraph.
 */
export function bindEmbeds() {
  return (tree: Root, file: VFile): void => {
    const page = pageOf(file.path);
    let index = 0;
    visit(tree, (node, at, parent) => {
      if (!isEmbed(node)) return;
      const attribute = (name: string, value: string) =>
        node.attributes.push({ type: "mdxJsxAttribute", name, value });
      attribute("page", page);
      attribute("at", String(index));
      index += 1;
      if (
        node.type !== "mdxJsxFlowElement" ||
        EMBEDS[node.name ?? ""]?.block !== false
      )
        return;
      if (!parent || at === undefined) return;
      const text = {
        ...node,
        type: "mdxJsxTextElement",
      } as unknown as MdxJsxTextElement;
      const children = node.children.flatMap((child) =>
        child.type === "paragraph" ? child.children : [],
      );
      const paragraph: Paragraph = {
        type: "paragraph",
        children: [{ ...text, children }],
      };
      parent.children.splice(at, 1, paragraph as never);
    });
  };
}
