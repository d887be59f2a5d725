import type { Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";

const reader = unified().use(remarkParse).use(remarkGfm);

/** Reads Markdown as a stranger would: by the grammar of GitHub, with another's parser. */
export function readMarkdown(text: string): Root {
  return reader.parse(text);
}

/** The words below a node, without the marks of footnotes. */
export function wordsOf(node: Nodes): string {
  if ("value" in node) return node.value;
  if (!("children" in node)) return "";
  return node.children.map(wordsOf).join("");
}

/** Each table's cells, row by row, its head left out, as words. */
export function cellsOf(root: Root): string[][][] {
  const tables: string[][][] = [];
  visit(root, "table", ({ children }) => {
    tables.push(children.slice(1).map((row) => row.children.map(wordsOf)));
  });
  return tables;
}

/** Every node of HTML, as written. */
export function htmlIn(root: Root): string[] {
  const found: string[] = [];
  visit(root, "html", ({ value }) => void found.push(value));
  return found;
}

/** Every address that the text leads to. */
export function linksIn(root: Root): string[] {
  const found: string[] = [];
  visit(root, (node) => {
    if (node.type === "link" || node.type === "definition")
      found.push(node.url);
  });
  return found;
}

/** Marks of footnotes that no footnote answers, and footnotes that no mark asks for. */
export function looseNotes(root: Root): string[] {
  const [asked, given] = [new Set<string>(), new Set<string>()];
  visit(root, (node) => {
    if (node.type === "footnoteReference") asked.add(node.identifier);
    if (node.type === "footnoteDefinition") given.add(node.identifier);
  });
  return [...asked.symmetricDifference(given)];
}
