import type { Root } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import remarkFrontmatter from "remark-frontmatter";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Node } from "unist";
import { visit } from "unist-util-visit";
import type { VFileMessage } from "vfile-message";
import { z } from "zod";
import type { Embed } from "./embed.ts";
import { listHeadings } from "./headings.ts";
import type { Heading } from "./headings.ts";
import { id, text } from "./id.ts";
import { language } from "./language.ts";
import { findTableHead } from "./markdown-table.ts";
import type { MarkdownTable } from "./markdown-table.ts";
import { placeAt } from "./place.ts";
import type { Place, SourceText } from "./place.ts";

/** What an explainer's front matter holds. A page without `topic` is not a topic's explainer. */
export const explainerHead = z.strictObject({
  title: text,
  question: text,
  description: text,
  topic: id.optional(),
  /** What the prose is written in, where it is not the site's own language. */
  language: language.optional(),
});

/** A hand-written page: its head, the embeds it rests on, and the runs of plain prose between them. */
export type Explainer = z.infer<typeof explainerHead> & {
  /** The page's path without slashes at the ends, e.g. `impact/users`; from the file's path. */
  id: string;
  embeds: Embed[];
  prose: Prose[];
  links: Link[];
  headings: Heading[];
  markdownTables: MarkdownTable[];
  words: number;
  /** The file as written. */
  text: string;
};

/** A run of text that no embed provides. */
export interface Prose {
  text: string;
  /** False for words that stand on a claim (inside its tag) or that name a section. */
  asserts: boolean;
  /** True where an embed that shows a fact follows at once and may say the rest. */
  intoFact: boolean;
}

/** A link or picture that an author wrote, or an address in prose, which becomes a link by itself. */
export interface Link {
  address: string;
  /** True for a picture, which a page would load. */
  loads: boolean;
}

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** What parsing found besides the explainer's values: where each embed, attribute and run of prose stands. */
export interface ParsedExplainer {
  head: { text: string; offset: number } | undefined;
  embeds: { embed: Embed; place: Place; attributes: Map<string, Place> }[];
  prose: { prose: Prose; start: number; end: number }[];
  links: { link: Link; place: Place }[];
  headings: { heading: Heading; place: Place }[];
  markdownTables: { table: MarkdownTable; place: Place }[];
  /** Places of imports, exports and `{…}` expressions, which explainers may not hold. */
  code: Place[];
  words: number;
}

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkMdx)
  .freeze();

export function isEmbed(node: { type: string }): node is JsxElement {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

function attributesOf(node: JsxElement): { [name: string]: string } {
  const attributes: { [name: string]: string } = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== "mdxJsxAttribute") attributes["{…}"] = "";
    else if (typeof attribute.value === "object" && attribute.value)
      attributes[attribute.name] = "{…}";
    else attributes[attribute.name] = attribute.value ?? "";
  }
  return attributes;
}

/** The words that stand in a place of their own: children of these tags name a thing, they state no fact. */
const NAMING = new Set(["Version", "Term", "Gloss"]);

/** The tags that say something from the record in the middle of a sentence. */
const SAYING = new Set(["Claim", "Value", "Date", "Deal"]);

/** What the site makes a link of, wherever it stands in prose; signs that end a sentence are no part of it. */
const BARE_ADDRESS =
  /\b(?:https?:\/\/|www\.)[^\s<]*?(?=[!"&'),.:;<>?\]}]*(?:[\s<]|$))/gi;

/**
 * Reads an explainer's Markdown (MDX) into embeds and prose, in document order.
 * Throws a VFileMessage with a place when the file is not well-formed MDX.
 */
export function parseExplainer(source: SourceText): ParsedExplainer {
  const parsed: ParsedExplainer = {
    head: undefined,
    embeds: [],
    prose: [],
    links: [],
    headings: [],
    markdownTables: [],
    code: [],
    words: 0,
  };
  // Up to which offset words only name a thing; and stand on a claim, or name a section.
  let named = 0;
  let until = 0;
  const tree: Root = parser.parse(source.text);
  const placeOf = ({ position }: Pick<Node, "position">) =>
    placeAt(source, position?.start.offset ?? 0, position?.end.offset ?? 1);
  parsed.headings = listHeadings(tree).map(({ heading, node }) => ({
    heading,
    place: placeOf(node),
  }));
  visit(tree, "paragraph", ({ position }) => {
    const start = position?.start.offset ?? 0;
    const written = source.text.slice(start, position?.end.offset);
    const head = findTableHead(written);
    if (head === undefined) return;
    const at = start + written.indexOf(head);
    const place = placeAt(source, at, at + head.length);
    parsed.markdownTables.push({ table: { head }, place });
  });
  visit(tree, (node, index, parent) => {
    if (node.type === "heading" || (isEmbed(node) && node.name === "Claim"))
      until = Math.max(until, node.position?.end.offset ?? 0);
    if (node.type === "yaml") {
      parsed.head = {
        text: node.value,
        // After the first line, however it ends: `---`, blanks, CRLF.
        offset: source.text.indexOf("\n", node.position?.start.offset ?? 0) + 1,
      };
    } else if (isEmbed(node)) {
      const attributes = attributesOf(node);
      const hasChildren = node.children.length > 0;
      const embed = {
        name: node.name ?? "",
        index: parsed.embeds.length,
        attributes,
        hasChildren,
      };
      const places = new Map<string, Place>();
      for (const attribute of node.attributes) {
        if (attribute.type === "mdxJsxAttribute")
          places.set(attribute.name, placeOf(attribute));
      }
      parsed.embeds.push({ embed, place: placeOf(node), attributes: places });
      if (NAMING.has(embed.name))
        named = Math.max(named, node.position?.end.offset ?? 0);
    } else if (node.type === "text") {
      const start = node.position?.start.offset ?? 0;
      for (const [address] of node.value.matchAll(BARE_ADDRESS))
        parsed.links.push({
          link: { address, loads: false },
          place: placeOf(node),
        });
      if (start < named) return;
      parsed.words += node.value
        .split(/\s+/)
        .filter((word) => /\p{L}/u.test(word)).length;
      const next = parent?.children[(index ?? 0) + 1];
      const intoFact =
        next !== undefined && isEmbed(next) && SAYING.has(next.name ?? "");
      parsed.prose.push({
        prose: { text: node.value, asserts: start >= until, intoFact },
        start,
        end: node.position?.end.offset ?? 0,
      });
    } else if ("url" in node) {
      const link = { address: node.url, loads: node.type === "image" };
      parsed.links.push({ link, place: placeOf(node) });
    } else if (/^mdx(?:js|Flow|Text)/.test(node.type)) {
      parsed.code.push(placeOf(node));
    }
  });
  return parsed;
}

/** True for a thrown parse error, which names what is wrong and where. */
export function isParseMessage(error: unknown): error is VFileMessage {
  return error instanceof Error && "reason" in error && "ruleId" in error;
}
