import type { Found } from "./exceptions.ts";
import type { Locations } from "./locations.ts";

/** Rules that find an id which is not what it should be, and rules that then take an entry for another one. */
const OF_IDS = new Set(["known-id", "unique-id"]);
const OF_PUBLISHED = new Set(["change-declared", "ledger-item"]);

/**
 * Leaves out what only follows from a mistyped id. Next to one in the same file, an entry that seems to be another than
 * the published one is most likely still the same; and what seems lost may only have given its id to a second entry.
 */
export function dropEchoes(
  found: Found[],
  placeOf: Locations["placeOf"],
): Found[] {
  const slips = found.filter(({ rule }) => OF_IDS.has(rule));
  if (slips.length === 0) return found;
  const files = new Set(slips.map(({ finding }) => placeOf(finding.on).file));
  const twice = slips.some(({ rule }) => rule === "unique-id");
  return found.filter(({ rule, finding: { on, see } }) => {
    if (!OF_PUBLISHED.has(rule)) return true;
    if ("item" in on) return !twice;
    // What is beside nothing published is new, and so may be where the slip is.
    return see === undefined || !files.has(placeOf(on).file);
  });
}
