import type { Coverage } from "../coverage.ts";
import {
  compareDates,
  firstDay,
  lastDay,
  surelyBefore,
} from "../partial-date.ts";
import type { PartialDate } from "../partial-date.ts";
import type { Finding, Rule } from "../rule.ts";
import { listTurningDays } from "../turning-days.ts";

/** What the verdict lets the two dates be; a date the record itself does not bear out comes after. */
function checkVerdict(entry: Coverage, asOf: string): Finding[] {
  const { judged, published, true_until, true_from } = entry;
  const over = true_until !== undefined && lastDay(true_until) <= asOf;
  const findings: Finding[] = [];
  const add = (key: keyof Coverage, message: string, hint?: string) =>
    findings.push({
      on: entry,
      path: [key],
      message,
      hint,
      see:
        key === "judged"
          ? undefined
          : { on: entry, path: ["judged"], note: `judged \`${judged}\` here` },
    });
  if (judged === "outdated" && !true_until)
    add(
      "judged",
      "Unexpected verdict `outdated` without `true_until`, expected the day on which it went out of date",
      'true_until: "2020-01-31"',
    );
  if (judged === "outdated" && true_until && firstDay(true_until) > asOf)
    add(
      "true_until",
      `Unexpected end ${true_until} after the record's day (${asOf}), expected a day that has come`,
      "judged: accurate",
    );
  if (judged === "accurate" && over)
    add(
      "true_until",
      `Unexpected end ${true_until} of a statement judged \`accurate\`, expected one that has not come`,
      "judged: outdated",
    );
  const neverTrue = ["unsupported", "wrong", "opinion"].includes(judged);
  if (neverTrue && true_until)
    add(
      "true_until",
      `Unexpected end ${true_until} of a statement judged \`${judged}\`, expected none: it never held`,
    );
  const cannotComeTrue = ["accurate", "outdated", "opinion"].includes(judged);
  if (cannotComeTrue && true_from)
    add(
      "true_from",
      `Unexpected beginning ${true_from} of a statement judged \`${judged}\`, expected none`,
    );
  if (!cannotComeTrue && true_from && !surelyBefore(published, true_from))
    add(
      "true_from",
      `Unexpected beginning ${true_from} not after the article (${published}), expected a later day`,
    );
  return findings;
}

/**
 * A verdict and the record may not contradict each other: what went out of date, or came true, did so when a
 * claim that decides it began, ended or was followed. Left to the editor, because the record cannot tell: whether
 * that claim is reason enough. Wrong: `true_until` on a day on which nothing happened to any of `claims`.
 */
export const verdictDates: Rule = (record) =>
  record.coverage.flatMap((entry) => {
    const findings = checkVerdict(entry, record.site.as_of);
    const article = record.byId.sources.get(entry.article);
    for (const key of ["true_until", "true_from"] as const) {
      const date = entry[key];
      const days = [...listTurningDays(record, entry, key)];
      const meets = (day: PartialDate) =>
        date && !surelyBefore(day, date) && !surelyBefore(date, day);
      // No claims, and claims that are not there, are other rules' problems.
      const whole =
        entry.claims.length > 0 &&
        entry.claims.every((id) => record.byId.claims.has(id));
      if (date === undefined || !whole || days.some(meets)) continue;
      findings.push({
        on: entry,
        path: [key],
        message: `Unexpected ${key} ${date}, expected a day on which a claim that decides it began, ended or was followed`,
        hint:
          days.length > 0
            ? `one of ${days.sort(compareDates).join(", ")}`
            : "add the claim that changed it to `claims`",
        see: { on: entry, path: ["claims"], note: "none of these turns on it" },
      });
    }
    const other =
      article &&
      (surelyBefore(article.published, entry.published) ||
        surelyBefore(entry.published, article.published));
    if (other)
      findings.push({
        on: entry,
        path: ["published"],
        message: `Unexpected day ${entry.published} of an article published ${article.published}, expected the source's date`,
        hint: `published: "${article.published}"`,
        see: { on: article, path: ["published"], note: "the source" },
      });
    return findings;
  });
