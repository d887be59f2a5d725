import type { Coverage, Judgement, Mistake } from "../model/coverage.ts";
import { firstDay, lastDay } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";

/** A verdict as a reader sees it: never by colour alone. */
export interface VerdictLabel {
  id: Judgement;
  word: string;
  mark: string;
  meaning: string;
}

function label(
  id: Judgement,
  mark: string,
  meaning: string,
): [Judgement, VerdictLabel] {
  return [id, { id, word: id, mark, meaning }];
}

/** In the order in which they are counted. */
export const VERDICTS = Object.fromEntries([
  label("accurate", "✓", "the record says the same"),
  label("imprecise", "≈", "true in part, or too broad or too narrow"),
  label("outdated", "†", "true once, and no longer"),
  label("unsupported", "?", "nothing found that bears it out"),
  label("wrong", "✗", "the record says otherwise"),
  label("opinion", "○", "a view or forecast, not to be judged"),
]) as { [id in Judgement]: VerdictLabel };

/** What kinds of mistakes are called. */
export const MISTAKES: {
  [id in Mistake]: { title: string; meaning: string };
} = {
  date: {
    title: "The wrong date",
    meaning: "It happened, but on another day, or after another time.",
  },
  amount: {
    title: "The wrong amount",
    meaning: "A sum or percentage that the sources do not give.",
  },
  party: {
    title: "The wrong party",
    meaning: "Somebody else did it, held it or said it.",
  },
  direction: {
    title: "Payer and payee reversed",
    meaning: "The money goes the other way.",
  },
  kind: {
    title: "One thing taken for another",
    meaning: "A different kind of deal, measure or cost was meant.",
  },
  scope: {
    title: "Too broad or too narrow",
    meaning: "What holds of a part is said of more than that, or of less.",
  },
  ended: {
    title: "Already over",
    meaning: "It had ended, and was told as if it still held.",
  },
  early: {
    title: "Told too early",
    meaning: "It came later, and was told as if it were there.",
  },
  unfounded: {
    title: "Without a basis",
    meaning: "No published text or named source bears it out.",
  },
};

/** The verdict on a statement twice: by what held on the article's day, and by what holds on the record's. */
export interface Verdict {
  day: VerdictLabel;
  now: VerdictLabel;
}

/**
 * The verdict by what held on a date. The editor's word is about the statement itself; the dates say when that
 * word began to apply. A date that is only a month or year counts once all of it has passed.
 */
function judgedOn(entry: Coverage, date: PartialDate): Judgement {
  const { judged, true_until, true_from } = entry;
  const reached = (turn: PartialDate) => lastDay(turn) <= firstDay(date);
  if (true_until && reached(true_until)) return "outdated";
  if (true_from && reached(true_from)) return "accurate";
  return judged === "outdated" ? "accurate" : judged;
}

export function deriveVerdict(
  record: AgreementRecord,
  entry: Coverage,
): Verdict {
  return {
    day: VERDICTS[judgedOn(entry, entry.published)],
    now: VERDICTS[judgedOn(entry, record.site.as_of)],
  };
}

/** How often each verdict was given, on the day and now; verdicts that never were are left out. */
export interface Tally {
  label: VerdictLabel;
  day: number;
  now: number;
}

export function tallyVerdicts(verdicts: Verdict[]): Tally[] {
  const count = (when: keyof Verdict, { id }: VerdictLabel) =>
    verdicts.filter((verdict) => verdict[when].id === id).length;
  return Object.values(VERDICTS)
    .map((label) => ({
      label,
      day: count("day", label),
      now: count("now", label),
    }))
    .filter(({ day, now }) => day + now > 0);
}
