import type { Claim } from "../model/claim.ts";
import { compareDates } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { deriveBesideCell } from "./beside-versions.ts";
import { claimEntry, claimHref, makeCell } from "./cell.ts";
import type { Cell, Entry } from "./cell.ts";
import { formatDate } from "./format-date.ts";
import { oncePerKey } from "./once.ts";
import { deriveStanding, deriveStandingBefore } from "./standing.ts";
import type { Standing } from "./standing.ts";

/** The claims on the same term that contradict `claim`; what was withdrawn contradicts nothing. */
function disputing(record: AgreementRecord, claim: Claim): Claim[] {
  return (claim.disputes ?? []).flatMap(({ id }) => {
    const other = record.byId.claims.get(id);
    if (!other?.value || record.withdrawals.has(id)) return [];
    return other.term === claim.term ? [other] : [];
  });
}

function confidenceNote(claim: Claim): string | undefined {
  return claim.confidence === "analysis" ? "our reading" : undefined;
}

/** A claim's value; where it ended the term, the value is what holds instead, and says so. */
function stateWords(claim: Claim): string {
  return claim.effect === "ends"
    ? `since then: ${claim.value ?? ""}`
    : (claim.value ?? "");
}

/** When a value was last given, and when it was last described in other words. */
function lastGiven(claim: Claim, restated: Claim | undefined): string {
  const again = restated
    ? `, described again ${formatDate(restated.valid_from)}`
    : "";
  return `last known: ${formatDate(claim.valid_from)}${again}`;
}

/** The cell of a claim that has words of its own. */
function spokenCell(
  record: AgreementRecord,
  id: string,
  claim: Claim,
  detail: string | undefined,
): Cell {
  const words = stateWords(claim);
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
  const { claim } = standing;
  if (!claim) return silence;
  const words = claim.value ?? "";
  const base = own ? claimEntry(own, words) : { ...silence, words };
  return {
    ...base,
    detail: lastGiven(claim, standing.restated),
    href: claimHref((own ?? claim).id),
  };
}

/** Many tables show the same cell, and each page of a table asks for it again. */
const cells = oncePerKey<Cell>();

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
  return cells(record, id, () => deriveAnew(record, id, termId, versionId));
}

function deriveAnew(
  record: AgreementRecord,
  id: string,
  termId: string,
  versionId: string,
): Cell {
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

/** What ended: what holds now where a claim says so, else what held and until when. */
function endedEntry(standing: Standing, silence: Entry): Entry {
  const claim = standing.claim!;
  const ends = claim.effect === "ends";
  return {
    ...silence,
    words: ends ? stateWords(claim) : `was: ${claim.value ?? ""}`,
    detail: ends
      ? `since ${formatDate(claim.valid_from)}`
      : `until ${formatDate(claim.valid_to!)}`,
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
  if (!claim)
    return (
      deriveBesideCell(record, id, termId, date) ??
      makeCell(id, "not-yet", [silence], [])
    );
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
      detail: lastGiven(claim, restated),
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
