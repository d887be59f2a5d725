import type { AgreementRecord } from "../model/record.ts";
import type { Source } from "../model/source.ts";

export interface Choice {
  /** Today, as `YYYY-MM-DD`. */
  today: string;
  /** Leave out what was visited less than so many days ago. */
  olderThan: number;
  /** This source alone, whenever it was visited. */
  only: string | undefined;
}

const DAY = 86_400_000;

function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / DAY;
}

/**
 * The sources to visit, those never visited first, then the longest ago: a run that stopped goes on where it
 * was. Documents known only through others are not visited: nobody says that their address can be read.
 */
export function chooseSources(
  record: AgreementRecord,
  { today, olderThan, only }: Choice,
): Source[] {
  const checked = (source: Source) =>
    record.byId.verifications.get(source.id)?.checked ?? "";
  return record.sources
    .filter((source) => source.access === "direct")
    .filter((source) => {
      if (only !== undefined) return source.id === only;
      const day = checked(source);
      return day === "" || daysBetween(day, today) >= olderThan;
    })
    .sort((a, b) => {
      const [x, y] = [checked(a), checked(b)];
      return x < y ? -1 : x > y ? 1 : 0;
    });
}

/** The locators by which the record points into a source, each once. */
export function locatorsOf(record: AgreementRecord, source: Source): string[] {
  const items = [
    ...record.versions,
    ...record.claims,
    ...record.offerings,
    ...record.deals,
  ];
  const refs = items.flatMap((item) => item.sources);
  const own = refs.filter((ref) => ref.id === source.id);
  return [...new Set(own.flatMap((ref) => ref.locator ?? []))];
}
