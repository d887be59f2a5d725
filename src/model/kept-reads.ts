import { createLocations } from "./locations.ts";
import type { Locations } from "./locations.ts";

/** What a process that reads a folder again and again keeps of each file that it could read, and what it was read from. */
export interface KeptReads {
  files: Map<string, { text: string; value: unknown }>;
  locations: Locations;
}

export function createKeptReads(): KeptReads {
  return { files: new Map(), locations: createLocations() };
}
