import { surelyBefore } from "../partial-date.ts";
import type { PartialDate } from "../partial-date.ts";
import type { Finding, Rule } from "../rule.ts";

/** Dates of what took place, as opposed to what was to come: it could be read about on that day. */
const TOOK_PLACE = new Set(["announced", "reported"]);

/**
 * The record speaks for a day, so nothing in it came out, was announced or was reported after that.
 * Wrong: a source with `published: "2008-04-02"` in a record with `as_of: "2008-03-01"`.
 */
export const recordDay: Rule = ({ site, sources, versions, claims }) => {
  const dated: [{ id: string }, string, PartialDate][] = [
    ...sources.map(
      (source) => [source, "published", source.published] as const,
    ),
    ...versions
      .filter(({ date_kind }) => TOOK_PLACE.has(date_kind))
      .map((version) => [version, "date", version.date] as const),
    ...claims
      .filter(({ date_kind }) => TOOK_PLACE.has(date_kind))
      .map((claim) => [claim, "valid_from", claim.valid_from] as const),
  ].map(([on, key, day]) => [on, key, day]);
  return dated
    .filter(([, , day]) => surelyBefore(site.as_of, day))
    .map(([on, key, day]): Finding => ({
      on,
      path: [key],
      message: `Unexpected day ${day} after \`as_of\` ${site.as_of}, expected none later`,
      hint: `set \`as_of: "${day}"\` in site.yaml`,
    }));
};
