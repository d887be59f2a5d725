import type { Claim } from "../model/claim.ts";
import type { SourceRef } from "../model/source-ref.ts";

/** What kind of answer a cell gives. Each has a word, a mark and a legend entry; none is ever a blank. */
export type CellState =
  | "value"
  | "unchanged"
  | "not-restated"
  | "not-disclosed"
  | "disputed"
  | "reported-only"
  | "not-yet"
  | "ended"
  | "no-entry";

/** A state as a reader sees it. */
export interface StateLabel {
  word: string;
  mark: string;
  meaning: string;
}

export const STATES: { [state in CellState]: StateLabel } = {
  value: {
    word: "stated",
    mark: "",
    meaning: "the version or document says this",
  },
  unchanged: {
    word: "unchanged",
    mark: "=",
    meaning: "a general sentence says that nothing changes",
  },
  "not-restated": {
    word: "not restated",
    mark: "…",
    meaning:
      "the document is silent, which proves neither survival nor repeal; the last known value is given",
  },
  "not-disclosed": {
    word: "not disclosed",
    mark: "▒",
    meaning: "it exists, but what it says was not published",
  },
  disputed: {
    word: "disputed",
    mark: "≠",
    meaning: "sources contradict each other; both are given",
  },
  "reported-only": {
    word: "reported only",
    mark: "◌",
    meaning: "known from reports, not from the parties",
  },
  "not-yet": {
    word: "not yet",
    mark: "–",
    meaning: "no version up to then speaks of it",
  },
  ended: {
    word: "ended",
    mark: "×",
    meaning: "the term ended: what holds now, or what held before, is given",
  },
  "no-entry": {
    word: "none recorded",
    mark: "·",
    meaning:
      "the record holds nothing here; that does not mean that there is nothing",
  },
};

/** One statement in a cell: the words a reader sees, in every form the same. */
export interface Entry {
  words: string;
  /** Smaller words after it: since when, last known, what disputes it. */
  detail?: string | undefined;
  /** Where everything about it stands. */
  href?: string | undefined;
  /** What the entry is, for its footnote, e.g. `claim:…`; entries with the same key share a note. */
  note: string;
  sources: SourceRef[];
}

/** A table cell; its id is made from data ids (`row.column`) and is an address. */
export interface Cell {
  id: string;
  state: CellState;
  /** The word and mark of the state; undefined where the words alone are the answer. */
  label: Pick<StateLabel, "word" | "mark"> | undefined;
  entries: Entry[];
  claimIds: string[];
  sourceIds: string[];
}

/** The words of a cell as plain text: the same in HTML, exports and clipboard. */
export function cellWords(cell: Cell): string {
  const entries = cell.entries
    .filter(({ words }) => words !== "")
    .map(({ words, detail }) => (detail ? `${words} (${detail})` : words));
  return [cell.label?.word, entries.join("; ")].filter(Boolean).join(": ");
}

function labelOf(state: CellState): Pick<StateLabel, "word" | "mark"> {
  const { word, mark } = STATES[state];
  return { word, mark };
}

export function makeCell(
  id: string,
  state: CellState,
  entries: Entry[],
  claims: Claim[],
): Cell {
  return {
    id,
    state,
    label: state === "value" ? undefined : labelOf(state),
    entries,
    claimIds: claims.map((claim) => claim.id),
    sourceIds: [
      ...new Set(
        entries.flatMap((entry) => entry.sources.map((source) => source.id)),
      ),
    ],
  };
}

export function claimHref(claimId: string): string {
  return `/claims/${claimId}/`;
}

export function claimEntry(
  claim: Claim,
  words: string,
  detail?: string,
): Entry {
  return {
    words,
    detail,
    href: claimHref(claim.id),
    note: `claim:${claim.id}`,
    sources: claim.sources,
  };
}
