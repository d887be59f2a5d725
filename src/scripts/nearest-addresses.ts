import { distance } from "fastest-levenshtein";

/** How far apart two words are: 0 the same, 1 nothing in common. A word that begins the other one is near. */
function apart(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 0;
  const edits = distance(a, b) / longer;
  const shorter = Math.min(a.length, b.length);
  const begins = shorter >= 4 && (a.startsWith(b) || b.startsWith(a));
  return begins ? Math.min(edits, 0.15) : edits;
}

function parts(address: string): { folder: string; name: string } {
  const names = address.toLowerCase().split("/").filter(Boolean);
  return { folder: names.slice(0, -1).join("/"), name: names.at(-1) ?? "" };
}

/** Farther than this, a guess would only puzzle. */
const FARTHEST = 0.5;

/**
 * The addresses most like one that leads nowhere, best first. The last part of an address says most: a page
 * asked for in the wrong folder, or in none, is near.
 */
export function nearestAddresses(
  missing: string,
  addresses: string[],
  most: number,
): string[] {
  const asked = parts(missing.replace(/(?:\/index)?\.html?$/, ""));
  if (!asked.name) return [];
  return addresses
    .map((address) => {
      const { folder, name } = parts(address);
      const far = apart(asked.name, name) + apart(asked.folder, folder) / 10;
      return { address, far: name ? far : Infinity };
    })
    .filter(({ far }) => far <= FARTHEST)
    .sort((a, b) => a.far - b.far || (a.address < b.address ? -1 : 1))
    .slice(0, most)
    .map(({ address }) => address);
}
