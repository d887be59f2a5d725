import type { Claim } from "../model/claim.ts";
import { compareDates } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { SourceRef } from "../model/source-ref.ts";
import { formatDate } from "./format-date.ts";
import { deriveStanding, deriveStandingBefore } from "./standing.ts";
import type { Standing } from "./standing.ts";

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

export const STATES: {
  [state in CellState]: { word: string; mark: string; meaning: string };
} = {
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
    meaning: "nothing is known on this before a later version",
  },
  ended: { word: "ended", mark: "×", meaning: "it no longer holds" },
  "no-entry": {
    word: "none recorded",
    mark: "·",
    meaning: "the record holds nothing here",
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
  entries: Entry[];
  claimIds: string[];
  sourceIds: string[];
}

/** The words of a cell as plain text: the same in HTML, exports and clipboard. */
export function cellWords(cell: Cell): string {
  const state = STATES[cell.state];
  const entries = cell.entries.map(({ words, detail }) =>
    detail ? `${words} (${detail})` : words,
  );
  const all = entries.join("; ");
  return cell.state === "value"
    ? all
    : [state.word, all].filter(Boolean).join(": ");
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

/** The claims on the same term that contradict `claim` and had begun by `date` but not ended. */
function disputing(record: AgreementRecord, claim: Claim): Claim[] {
  return (claim.disputes ?? []).flatMap(({ id }) => {
    const other = record.byId.claims.get(id);
    return other?.value && other.term === claim.term ? [other] : [];
  });
}

function confidenceNote(claim: Claim): string | undefined {
  return claim.confidence === "analysis" ? "our reading" : undefined;
}

/** The cell of a claim that has words of its own. */
function spokenCell(
  record: AgreementRecord,
  id: string,
  claim: Claim,
  detail: string | undefined,
): Cell {
  const words = claim.value ?? "";
  const said =
    [confidenceNote(claim), detail].filter(Boolean).join("; ") || undefined;
  const entry = claimEntry(claim, words, said);
  if (claim.effect === "ends") return makeCell(id, "ended", [entry], [claim]);
  if (claim.effect === "not-disclosed")
    return makeCell(id, "not-disclosed", [entry], [claim]);
  const others = disputing(record, claim);
  if (others.length > 0) {
    const against = others.map((other) =>
      claimEntry(other, other.value!, "against it"),
    );
    return makeCell(id, "disputed", [entry, ...against], [claim, ...others]);
  }
  return makeCell(
    id,
    claim.confidence === "reported" ? "reported-only" : "value",
    [entry],
    [claim],
  );
}

/** The last known value, for a cell whose own document does not say it again. */
function lastKnown(
  standing: Standing,
  own: Claim | undefined,
  silence: Entry,
): Entry {
  const { claim, since } = standing;
  if (!claim) return silence;
  const words = claim.value ?? "";
  const base = own ? claimEntry(own, words) : { ...silence, words };
  return {
    ...base,
    detail: `last known: ${since === undefined ? "" : formatDate(since)}`,
    href: claimHref((own ?? claim).id),
  };
}

/**
 * The state of a term in a version. With a leading claim, what it says; without one, what the silence of
 * the version's document means: nothing known yet, ended before, or not restated since the last known value.
 */
export function deriveCell(
  record: AgreementRecord,
  termId: string,
  versionId: string,
): Cell {
  const id = `${termId}.${versionId}`;
  const version = record.byId.versions.get(versionId)!;
  const own = record.leading
    .get(termId)
    ?.find((claim) => claim.version === versionId);
  const before = deriveStandingBefore(record, termId, versionId);
  const silence: Entry = {
    words: "",
    note: `version:${versionId}`,
    sources: version.sources,
  };
  if (own && own.effect !== "unchanged" && own.effect !== "not-restated") {
    return spokenCell(record, id, own, undefined);
  }
  const claims = [own, before.claim].filter((claim) => claim !== undefined);
  if (own?.effect === "unchanged") {
    const words = before.claim?.value ?? "";
    const since = before.since
      ? `since ${formatDate(before.since)}`
      : undefined;
    return makeCell(id, "unchanged", [claimEntry(own, words, since)], claims);
  }
  if (!before.claim) return makeCell(id, "not-yet", [silence], claims);
  if (before.ended && !own)
    return makeCell(id, "ended", [endedEntry(before, silence)], claims);
  return makeCell(
    id,
    "not-restated",
    [lastKnown(before, own, silence)],
    claims,
  );
}

function endedEntry(standing: Standing, silence: Entry): Entry {
  const claim = standing.claim!;
  const detail =
    claim.effect === "ends"
      ? `since ${formatDate(claim.valid_from)}`
      : `until ${formatDate(claim.valid_to!)}`;
  return {
    ...silence,
    words: claim.value ?? "",
    detail,
    href: claimHref(claim.id),
  };
}

/** The state of a term on a date, by what is known today: the value that held, and since when. */
export function deriveCellOn(
  record: AgreementRecord,
  termId: string,
  date: PartialDate,
): Cell {
  const id = `${termId}.${date}`;
  const standing = deriveStanding(record, termId, date);
  const { claim, since, restated, unrestated, ended } = standing;
  const past = record.timeline.filter(
    (version) => compareDates(version.date, date) <= 0,
  );
  const latest = past.at(-1) ?? record.timeline[0];
  const silence: Entry = {
    words: "",
    note: `version:${latest?.id ?? ""}`,
    sources: latest?.sources ?? [],
  };
  if (!claim) return makeCell(id, "not-yet", [silence], []);
  if (ended && claim.effect !== "ends") {
    const entry = endedEntry(standing, {
      ...silence,
      note: `claim:${claim.id}`,
      sources: claim.sources,
    });
    return makeCell(id, "ended", [entry], [claim]);
  }
  if (unrestated) {
    const entry = {
      ...claimEntry(claim, claim.value ?? ""),
      detail: `last known: ${formatDate(since!)}`,
    };
    const note = claimEntry(
      unrestated,
      `not restated ${formatDate(unrestated.valid_from)}`,
    );
    return makeCell(id, "not-restated", [entry, note], [claim, unrestated]);
  }
  const cell = spokenCell(record, id, claim, `since ${formatDate(since!)}`);
  if (!restated?.value || restated.value === claim.value) return cell;
  const again = claimEntry(
    restated,
    restated.value,
    `so described ${formatDate(restated.valid_from)}`,
  );
  return makeCell(id, cell.state, [...cell.entries, again], [claim, restated]);
}
