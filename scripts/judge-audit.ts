/** What npm said of the packages: nothing bad, something bad, or nothing, since the registry did not answer. */
export type Judgement = "clean" | "fault" | "no answer";

function parseObject(text: string): { [key: string]: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === "object"
      ? (value as { [key: string]: unknown })
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Judges what `npm audit --json` or `npm audit signatures --json` printed. npm's exit code is the same for a fault
 * as for a registry that does not answer, so the answer itself decides: whatever is not one is none.
 */
export function judgeAudit(printed: string): Judgement {
  const answer = parseObject(printed);
  if (!answer) return "no answer";
  const { invalid, missing, metadata } = answer;
  if (Array.isArray(invalid) && Array.isArray(missing))
    return invalid.length + missing.length > 0 ? "fault" : "clean";
  const counts = (metadata as { vulnerabilities?: { total?: unknown } } | null)
    ?.vulnerabilities;
  if (typeof counts?.total !== "number") return "no answer";
  return counts.total > 0 ? "fault" : "clean";
}
