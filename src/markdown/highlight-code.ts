import type { Element, ElementContent, Root } from "hast";
import { createCssVariablesTheme, createHighlighter, hastToHtml } from "shiki";
import type { Highlighter, ShikiTransformer } from "shiki";
import { visit } from "unist-util-visit";

const THEME = createCssVariablesTheme({
  name: "tokens",
  variablePrefix: "--code-",
});
const LANGUAGES = ["bash", "diff", "http", "json", "python", "ts", "yaml"];

/** Replaces inline styles by classes, one for each kind of token, so that pages need no inline style. */
const styleToClass: ShikiTransformer = {
  span(node) {
    const kind = /var\(--code-token-([a-z-]+)\)/.exec(
      String(node.properties["style"] ?? ""),
    )?.[1];
    delete node.properties["style"];
    if (kind) node.properties["class"] = `tok-${kind}`;
  },
  pre(node) {
    delete node.properties["style"];
    node.properties["class"] = "code";
    node.properties["tabindex"] = "0";
  },
};

/** Drops spans without a class: plain text needs no element. */
function unwrapPlain(node: Element): void {
  node.children = node.children.flatMap((child): ElementContent[] => {
    if (child.type !== "element") return [child];
    unwrapPlain(child);
    return child.tagName === "span" && !child.properties["class"]
      ? child.children
      : [child];
  });
}

let highlighter: Promise<Highlighter> | undefined;

/** A piece of code as `pre`, with a class for each token; a language that is unknown stays plain. */
async function highlight(
  text: string,
  language: string,
  label: string,
): Promise<Element> {
  highlighter ??= createHighlighter({ themes: [THEME], langs: LANGUAGES });
  const lang = LANGUAGES.includes(language) ? language : "text";
  const pre = (await highlighter).codeToHast(text, {
    lang,
    theme: "tokens",
    transformers: [styleToClass],
    // Else a busy machine gives up on a line, and the bytes are others.
    tokenizeTimeLimit: 0,
  }).children[0] as Element;
  unwrapPlain(pre);
  pre.properties["aria-label"] = label;
  pre.properties["role"] = "region";
  if (lang !== "text") pre.properties["data-language"] = lang;
  return pre;
}

/** The HTML of a piece of code, for pages that are not made of Markdown. */
export async function highlightSample(
  text: string,
  language: string,
  label: string,
): Promise<string> {
  return hastToHtml(await highlight(text, language, label));
}

/** Highlights fenced code with Shiki; a `title="…"` after the language becomes the caption. Unknown languages stay plain. */
export function highlightCode() {
  return async (tree: Root): Promise<void> => {
    const blocks: { code: Element; parent: Element | Root; index: number }[] =
      [];
    visit(tree, "element", (node, index, parent) => {
      const code = node.children[0];
      if (
        node.tagName !== "pre" ||
        code?.type !== "element" ||
        index === undefined ||
        !parent
      )
        return;
      blocks.push({ code, parent: parent as Element | Root, index });
    });
    if (blocks.length === 0) return;
    for (const { code, parent, index } of blocks) {
      const classes = Array.isArray(code.properties["className"])
        ? code.properties["className"]
        : [];
      const language = String(classes[0] ?? "").replace("language-", "");
      const title = /title="([^"]*)"/.exec(
        String(code.properties["metastring"] ?? ""),
      )?.[1];
      const text = code.children
        .map((child) => (child.type === "text" ? child.value : ""))
        .join("")
        .replace(/\n$/, "");
      const pre = await highlight(
        text,
        language,
        title ?? `Code: ${language || "text"}`,
      );
      const caption: Element[] = title
        ? [
            {
              type: "element",
              tagName: "figcaption",
              properties: {},
              children: [{ type: "text", value: title }],
            },
          ]
        : [];
      const figure: Element = {
        type: "element",
        tagName: "figure",
        properties: { class: "sample" },
        children: [...caption, pre],
      };
      (parent.children as Element[])[index] = figure;
    }
  };
}
