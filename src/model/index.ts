import { dropEchoes } from "./drop-echoes.ts";
import { applyExceptions } from "./exceptions.ts";
import type { KeptReads } from "./kept-reads.ts";
import { loadFiles } from "./load.ts";
import type { ContentFiles } from "./load.ts";
import { createLocations } from "./locations.ts";
import type { Locations } from "./locations.ts";
import { formatProblems, isBroken } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { readNounsFrom } from "./read-nouns.ts";
import { indexRecord } from "./record.ts";
import type { AgreementRecord } from "./record.ts";
import { NEEDS_WHOLE_RECORD, RULES } from "./rules/index.ts";

export interface Loaded {
  /** Undefined when the content is broken: nothing may be derived from it. */
  record: AgreementRecord | undefined;
  /** The record even where rules find problems, as long as every entry could be read: for looking at the past. */
  unchecked: AgreementRecord | undefined;
  problems: Problem[];
  /** Where an entry, embed or line of the ledger was written, or the value at a path in it. */
  placeOf: Locations["placeOf"];
}

/** Rules about what must be said before publishing; while an editor writes, what they find is only a warning. */
const BEFORE_PUBLISHING = new Set([
  "change-declared",
  "outdated-statement",
  "record-day",
  "superseded-claim",
]);

/** Loads a content folder that is being edited: as for publishing, but what may wait until then only warns. */
export function loadDraft(
  folder: string,
  shownAs: string,
  kept?: KeptReads,
): Loaded {
  return load(folder, shownAs, BEFORE_PUBLISHING, kept);
}

export interface Checked extends Loaded {
  /** What could be read, broken or not: good enough to look things up in, not to derive from. */
  draft: AgreementRecord;
  /** False when the form of an entry is broken, and so an entry is missing from the draft. */
  whole: boolean;
}

/**
 * Loads and checks a content folder. Never throws on content: everything an editor can get wrong comes
 * back as a problem. `shownAs` is the folder's name in reports. When the form of an entry is broken, the
 * rules that judge entries by themselves still run on the others, so that all problems come at once.
 * With `kept`, a file that is as it was is not read again.
 */
export function loadRecord(
  folder: string,
  shownAs: string,
  kept?: KeptReads,
): Loaded {
  return load(folder, shownAs, new Set(), kept);
}

function load(
  folder: string,
  shownAs: string,
  lenient: ReadonlySet<string>,
  kept: KeptReads | undefined,
): Loaded {
  const problems: Problem[] = [];
  const files = loadFiles(folder, shownAs, problems);
  const { placeOf } = createLocations();
  const none = { record: undefined, unchecked: undefined };
  return files.texts.size === 0 && isBroken(problems)
    ? { ...none, problems, placeOf }
    : check(files, problems, lenient, kept);
}

/** Checks content that is at hand as text and being edited, such as files not written yet; adds to `problems`. */
export function checkFiles(files: ContentFiles, problems: Problem[]): Checked {
  return check(files, problems, BEFORE_PUBLISHING);
}

function check(
  files: ContentFiles,
  problems: Problem[],
  lenient: ReadonlySet<string>,
  kept?: KeptReads,
): Checked {
  const locations = kept?.locations ?? createLocations();
  const { placeOf } = locations;
  const authored = readNounsFrom({ files, locations, problems, kept });
  const record = indexRecord(authored);
  // An entry that could not be read would raise false alarms in rules that miss what is not there.
  const whole = !isBroken(problems);
  const findings = Object.entries(RULES)
    .filter(([rule]) => whole || !NEEDS_WHOLE_RECORD.has(rule))
    .flatMap(([rule, find]) =>
      find(record).map((finding) => ({ rule, finding })),
    );
  const open = whole ? applyExceptions(record, findings) : findings;
  for (const { rule, finding } of dropEchoes(open, placeOf)) {
    const see = finding.see;
    problems.push({
      rule,
      severity: lenient.has(rule) ? "warning" : (finding.severity ?? "error"),
      message: finding.message,
      place: placeOf(finding.on, finding.path, finding.key),
      hint: finding.hint,
      see: see && { place: placeOf(see.on, see.path), note: see.note },
    });
  }
  return {
    record: isBroken(problems) ? undefined : record,
    unchecked: whole ? record : undefined,
    draft: record,
    whole,
    problems,
    placeOf,
  };
}

/** True for an error of reading, after which the rules that need every entry were left out. */
function isUnread({ rule }: Problem): boolean {
  return !Object.hasOwn(RULES, rule) && rule !== "exception-needed";
}

/** Every problem, then a line that counts them and says what was not looked at. */
export function formatReport(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error");
  const mended = errors.length === 1 ? "it is mended" : "they are mended";
  const rest = errors.some(isUnread)
    ? `Links between entries are checked once ${mended}. `
    : "";
  return formatProblems(problems, `${rest}Nothing was built.`);
}

export type { AgreementRecord } from "./record.ts";
export type { Problem } from "./problem.ts";
export { createKeptReads } from "./kept-reads.ts";
export {
  count,
  formatFirst,
  formatProblems,
  isBroken,
  sortProblems,
} from "./problem.ts";
