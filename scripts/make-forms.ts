import { readFileSync } from "node:fs";
import { readFacts } from "../src/audit/read-page.ts";
import type { PageFacts } from "../src/audit/read-page.ts";
import { formatEmbedPage } from "../src/exports/embed-page.ts";
import {
  formatPageMarkdown,
  formatPagePart,
} from "../src/exports/markdown/page.ts";
import { parsePage } from "../src/html/tree.ts";
import { readAddresses } from "../src/ledger/read-addresses.ts";
import type { Address } from "../src/ledger/read-addresses.ts";

/** What all pages of a site have in common. */
export interface PageFrame {
  /** Of the site, without a slash at the end. */
  address: string;
  as_of: string;
  edition: string;
  /** The page into which what other sites frame is put. */
  frame: string;
}

export interface PageQuestion {
  file: string;
  /** The page's path; undefined for a page that has no other forms. */
  path: string | undefined;
  embedded: boolean;
  inFull: boolean;
}

/** What is read from one page. */
export interface PageRead {
  facts: PageFacts;
  addresses: Address[];
  /** The page as a part of the one text of many pages; undefined where it is not in that. */
  part?: string | undefined;
}

/** The same, and the page in other forms. */
export interface PageAnswer {
  read: PageRead;
  markdown?: string;
  embed?: string;
}

/** Reads a page, and makes its other forms. */
export function makeForms(
  { file, path, embedded, inFull }: PageQuestion,
  { address, as_of, edition, frame }: PageFrame,
): PageAnswer {
  // Parsed once: that takes longer than all that is read from it.
  const page = parsePage(readFileSync(file, "utf8"));
  const facts = readFacts(page);
  const addresses = readAddresses(page);
  if (path === undefined) return { read: { facts, addresses } };
  const url = `${address}${path}`;
  const part = inFull ? formatPagePart(page, url) : undefined;
  const markdown = formatPageMarkdown(page, { url, edition, asOf: as_of });
  const read = { facts, addresses, part };
  if (!embedded) return { read, markdown };
  // Takes the tree apart, and so comes last.
  return {
    read,
    markdown,
    embed: formatEmbedPage(frame, page, path, address),
  };
}
