import type { Heading, Root } from "mdast";
import Slugger from "github-slugger";
import remarkFrontmatter from "remark-frontmatter";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import {
  GENERATED_SECTIONS,
  matchHeadings,
} from "../markdown/keep-heading-ids.ts";
import type { Explainer } from "../model/explainer.ts";
import { textOf } from "../model/headings.ts";
import type { LedgerPage } from "../model/ledger.ts";

/** A heading of an explainer with the lines that stand under it, the last one included. */
export interface ExplainerSection {
  id: string;
  title: string;
  from: number;
  to: number;
}

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkMdx)
  .freeze();

/** The sections of an explainer, in order. `published` is its page in the ledger, whose ids reworded headings keep. */
export function listSections(
  explainer: Explainer,
  published: LedgerPage | undefined,
): ExplainerSection[] {
  const tree: Root = parser.parse(explainer.text);
  const headings: Heading[] = [];
  visit(tree, "heading", (heading) => void headings.push(heading));
  const titles = headings.map((heading) =>
    textOf(heading).trim().replace(/\s+/g, " "),
  );
  const known = Object.entries(published?.sections ?? {})
    .filter(([id]) => !GENERATED_SECTIONS.has(id))
    .map(([id, text]) => ({ id, text }));
  const kept = matchHeadings(known, titles);
  // As Astro gives ids to headings that keep none.
  const slugger = new Slugger();
  const last = explainer.text.split("\n").length;
  return headings.map((heading, at) => {
    const next = headings
      .slice(at + 1)
      .find(({ depth }) => depth <= heading.depth);
    return {
      id: kept[at] ?? slugger.slug(titles[at]!),
      title: titles[at]!,
      from: heading.position!.start.line,
      to: next ? next.position!.start.line - 1 : last,
    };
  });
}
