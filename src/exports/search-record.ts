/** What a search finds, in the order in which the kinds are shown. */
export const SEARCH_KINDS = [
  { id: "term", title: "Terms" },
  { id: "page", title: "Pages" },
  { id: "word", title: "Glossary" },
  { id: "section", title: "Explainers" },
  { id: "claim", title: "Claims" },
  { id: "statement", title: "Was it true?" },
  { id: "version", title: "Versions" },
  { id: "day", title: "Days" },
  { id: "row", title: "Tables" },
  { id: "question", title: "Open questions" },
  { id: "change", title: "Changes of the record" },
  { id: "source", title: "Sources" },
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number]["id"];

/** One thing that can be found: where it stands and the words that find it. Empty text means there is none. */
export interface SearchRecord {
  kind: SearchKind;
  /** The address of the very section, row or entry. */
  url: string;
  title: string;
  /** What it belongs to: a claim's term, a section's page, a row's table. */
  about: string;
  /** In words. */
  date: string;
  text: string;
  /** Words that find it and are not shown. */
  also: string;
  /** For a claim that leads a cell: the cell's address in the widest table that has it. */
  cell: string;
}

type Given = Partial<SearchRecord> & Pick<SearchRecord, "url" | "title">;

/** A search record of a kind, with empty text for what is not given. */
export function makeSearchRecord(kind: SearchKind, given: Given): SearchRecord {
  return {
    about: "",
    date: "",
    text: "",
    also: "",
    cell: "",
    ...given,
    kind,
  };
}
