import type { Appearance } from "../derive/appearance.ts";
import type { CellRule } from "../derive/cell-rule.ts";
import type { Locations } from "../model/locations.ts";
import type { Path } from "../model/yaml-file.ts";

/** An entry of the content that an address is made from. */
export interface Part {
  /** What it does there: "leads the cell", "declares the table". */
  role: string;
  /** What it is called: `claim rent-2007-09-12`. */
  what: string;
  on: object;
  /** Where in the entry; left out, the entry as a whole. */
  path?: Path;
}

/** How an address of the site comes about. */
export interface Explanation {
  /** The page's path, with the fragment. */
  address: string;
  /** What the address is, in words. */
  about: string;
  /** What a reader sees there, as plain text, where that is short. */
  words?: string | undefined;
  parts: Part[];
  rule?: CellRule | undefined;
  appearances: Appearance[];
  /** The address that it says in another form, and whose promise it shares; null for a file that is a form of none. */
  formOf?: string | null;
  /** The file of the code that draws the page. */
  drawnBy: string;
}

/** Where an entry was written. */
export type PlaceOf = Locations["placeOf"];
