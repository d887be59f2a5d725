import type { AgreementRecord } from "../record.ts";
import type { Finding, Rule } from "../rule.ts";
import type { Source } from "../source.ts";

function reachesReading(
  source: Source,
  record: AgreementRecord,
  seen: Set<string>,
): boolean {
  if (source.access === "direct") return true;
  if (seen.has(source.id)) return false;
  seen.add(source.id);
  if (!source.via) return source.note !== undefined;
  return source.via.some((id) => {
    const carrier = record.byId.sources.get(id);
    return carrier !== undefined && reachesReading(carrier, record, seen);
  });
}

/** What was not read itself names its carrier: sources in `via`, or a copy or quotation in `note`; and the chain ends in something read. */
export const sourceCarrier: Rule = (record) =>
  record.sources.flatMap((source): Finding[] => {
    if (source.access === "direct") {
      if (!source.via) return [];
      const message =
        "Unexpected `via` on a source that was read itself, expected `access: via`";
      return [{ on: source, path: ["via"], message }];
    }
    if (!source.via && !source.note) {
      return [
        {
          on: source,
          path: ["access"],
          message: `Unexpected \`access: via\` without a carrier, expected \`via\` or a note on the copy`,
          hint: "via: [id-of-the-source-that-quotes-it]",
        },
      ];
    }
    if (reachesReading(source, record, new Set())) return [];
    return [
      {
        on: source,
        path: ["via"],
        message: `Unexpected carriers of \`${source.id}\` that end nowhere, expected one that was read itself`,
      },
    ];
  });
