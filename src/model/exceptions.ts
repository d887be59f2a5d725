import type { AgreementRecord } from "./record.ts";
import type { Finding } from "./rule.ts";

/** What a rule found, with its id. */
export interface Found {
  rule: string;
  finding: Finding;
}

/** Drops the findings that the record's exceptions accept, and adds one for each exception that accepts nothing. */
export function applyExceptions(
  record: AgreementRecord,
  findings: Found[],
): Found[] {
  const used = new Set<string>();
  const kept = findings.filter(({ rule, finding }) => {
    const exception = record.exceptions.find(
      (entry) =>
        entry.rule === rule &&
        entry.item ===
          (finding.item ?? ("id" in finding.on ? finding.on.id : undefined)),
    );
    if (exception) used.add(exception.id);
    return !exception;
  });
  const unneeded = record.exceptions
    .filter((exception) => !used.has(exception.id))
    .map((exception) => ({
      rule: "exception-needed",
      finding: {
        on: exception,
        path: ["item"],
        message: `Unexpected exception for \`${exception.item}\`, expected none: rule ${exception.rule} finds nothing there`,
        hint: "remove this entry",
      },
    }));
  return [...kept, ...unneeded];
}
