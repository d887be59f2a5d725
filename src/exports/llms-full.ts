import type { AgreementRecord } from "../model/record.ts";
import { formatLlmsHead } from "./llms.ts";

/** The file grows no longer than this, in bytes: some 250,000 tokens. */
export const LLMS_FULL_BYTES = 1_000_000;

/** The pages that the one text holds, in its order: explainers, tables of every term in every version, terms. */
export function listFullPages(record: AgreementRecord): string[] {
  const whole = record.tables.filter(
    (spec) =>
      spec.kind === "terms" &&
      !spec.topics &&
      !spec.terms &&
      !spec.versions &&
      !spec.dates,
  );
  return [
    ...record.explainers.map(({ id }) => `/${id}/`),
    ...whole.map(({ id }) => `/tables/${id}/`),
    ...record.terms.map(({ id }) => `/terms/${id}/`),
  ];
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/**
 * One text for language models. A page that would make it too long is left out whole, and said to be.
 * `parts`: path → the page as a part of a text.
 */
export function formatLlmsFull(
  record: AgreementRecord,
  parts: ReadonlyMap<string, string>,
  most: number,
): string {
  const { address } = record.site;
  const head = [
    ...formatLlmsHead(record),
    `This is one text of at most ${most.toLocaleString("en")} bytes: the explainers, the tables of every term in every version, and the terms. Footnotes are left out; the Markdown of each page, at its address with \`index.md\` at the end, has them.`,
  ].join("\n\n");
  const pages = listFullPages(record);
  const line = (path: string) => `- <${address}${path}>`;
  // Room for the list of what is left out, were it all of them.
  let room = most - bytesOf(head) - bytesOf(pages.map(line).join("\n")) - 200;
  const taken: string[] = [];
  const left: string[] = [];
  for (const path of pages) {
    const part = parts.get(path)!;
    const bytes = bytesOf(part) + 2;
    if (bytes > room) {
      left.push(path);
      continue;
    }
    room -= bytes;
    taken.push(part);
  }
  return [
    head,
    ...taken,
    ...(left.length > 0
      ? [
          "## Left out, so that the text stays short enough",
          left.map(line).join("\n"),
        ]
      : []),
  ]
    .join("\n\n")
    .concat("\n");
}
