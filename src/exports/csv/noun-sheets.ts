import { deriveKnowledge } from "../../derive/knowledge.ts";
import { deriveInterval } from "../../model/interval.ts";
import type { Claim } from "../../model/claim.ts";
import { homeOf } from "../../model/item.ts";
import { NOUNS } from "../../model/nouns.ts";
import type { NounName } from "../../model/nouns.ts";
import type { AgreementRecord } from "../../model/record.ts";
import type { CsvSheet, SheetFile } from "./csv-file.ts";
import { dateColumns, schemaColumns, textColumn } from "./schema-columns.ts";
import type { EntryColumn } from "./schema-columns.ts";

/** What the sheets of the nouns are called. */
export const NOUN_TITLES: { [noun in NounName]: string } = {
  topics: "Topics",
  parties: "Parties",
  versions: "Versions",
  terms: "Terms",
  sources: "Sources",
  claims: "Claims",
  products: "Products",
  channels: "Channels",
  offerings: "Offerings",
  deals: "Deals",
  coverage: "Judged statements",
  impacts: "What it means for whom",
  glossary: "Glossary",
  openQuestions: "Open questions",
  changes: "Changes of the record",
  verifications: "Visits to sources",
  moves: "Moved addresses",
  exceptions: "Accepted exceptions",
};

/** The folder of a noun below `/data/`. */
export function nounFolder(noun: NounName): string {
  return noun.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What the record works out about a claim, after what an editor wrote. */
function claimColumns(record: AgreementRecord): EntryColumn<Claim>[] {
  return [
    ...dateColumns(
      "held_until",
      "Up to, but not including; empty where no source says that it ended.",
      (claim: Claim) => deriveInterval(record, claim).to,
    ),
    textColumn(
      "followed_by",
      "The claim whose beginning ended it.",
      (claim: Claim) => deriveInterval(record, claim).successor,
    ),
    ...dateColumns(
      "public_since",
      "The date of the first source that surely told of it.",
      (claim: Claim) => deriveKnowledge(record, claim).from,
    ),
    textColumn(
      "withdrawn_by",
      "The change that withdrew it; it counts for nothing since.",
      (claim: Claim) => record.withdrawals.get(claim.id)?.id,
    ),
  ];
}

function makeNounSheet(record: AgreementRecord, noun: NounName): CsvSheet {
  // A source has a field `url` of its own.
  const page: EntryColumn<{ id: string }> = {
    column: {
      name: "page_url",
      title: "page_url",
      datatype: "anyURI",
      description: "Its address on this site; empty where it has none.",
    },
    read: (entry) => {
      const home = homeOf(noun, entry);
      return home && `${record.site.address}${home}`;
    },
  };
  const [id, ...others] = schemaColumns(NOUNS[noun].schema);
  const own = noun === "claims" ? claimColumns(record) : [];
  const columns = [id!, page, ...others, ...own] as EntryColumn<object>[];
  return {
    title: NOUN_TITLES[noun],
    description: `Every entry of ${NOUNS[noun].path}, one a line.`,
    columns: columns.map(({ column }) => column),
    primaryKey: ["id"],
    about: "page_url",
    rows: record[noun].map((entry) => columns.map(({ read }) => read(entry))),
  };
}

/** A sheet of each noun: a line an entry, its fields as they were authored, and its address. */
export function listNounSheets(record: AgreementRecord): SheetFile[] {
  return (Object.keys(NOUNS) as NounName[]).map((noun) => ({
    path: `data/${nounFolder(noun)}/index.csv`,
    make: () => makeNounSheet(record, noun),
  }));
}
