import { diffArrays } from "diff";
import type { Heading, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { textOf } from "../model/headings.ts";
import { pageOf } from "./bind-embeds.ts";

/** Sections that the layout adds to every explainer: no author words them. */
export const GENERATED_SECTIONS: ReadonlySet<string> = new Set([
  "redlines",
  "sources",
  "gone",
]);

/** Explainer → its section headings as they were published, in the order of the page. */
export type PublishedSections = ReadonlyMap<
  string,
  { id: string; text: string }[]
>;

/**
 * Which published id each heading keeps: that of the same words, or, where a heading stands between the same
 * neighbours under other words, that of the one in whose place it stands. Where it is not plain which heading
 * replaced which, none keeps an id, and the build asks for a move.
 */
export function matchHeadings(
  published: { id: string; text: string }[],
  texts: string[],
): (string | undefined)[] {
  const chunks = diffArrays(
    published.map(({ text }) => text),
    texts,
  );
  const ids: (string | undefined)[] = [];
  let at = 0;
  for (const [index, { added, removed, value }] of chunks.entries()) {
    if (removed) {
      at += value.length;
      continue;
    }
    const before = chunks[index - 1];
    const replaces =
      added && before?.removed && before.value.length === value.length;
    const start = added ? at - value.length : at;
    for (const offset of value.keys())
      ids.push(added && !replaces ? undefined : published[start + offset]!.id);
    if (!added) at += value.length;
  }
  return ids;
}

/** Gives reworded headings of an explainer the ids under which they were published. */
export function keepHeadingIds(published: PublishedSections) {
  return () =>
    (tree: Root, file: VFile): void => {
      const known = published.get(pageOf(file.path));
      if (!known) return;
      const headings: Heading[] = [];
      visit(tree, "heading", (heading) => void headings.push(heading));
      const ids = matchHeadings(
        known,
        headings.map((heading) => textOf(heading).trim().replace(/\s+/g, " ")),
      );
      for (const [index, heading] of headings.entries()) {
        const id = ids[index];
        if (id === undefined) continue;
        heading.data = { ...heading.data, hProperties: { id } };
      }
    };
}
