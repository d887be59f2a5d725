import type { Node } from "yaml";
import type { Place, SourceText } from "./place.ts";
import { placeAt, placeOfFile } from "./place.ts";
import type { Path } from "./yaml-file.ts";
import { locateYaml } from "./yaml-file.ts";

type Origin =
  | { source: SourceText; node: () => Node | null }
  | { place: Place; attributes: Map<string, Place> }
  /** A run of prose; the path is the words to underline, and which occurrence of them, counted from 0. */
  | { source: SourceText; start: number; end: number };

/** Remembers where each value of the record was written, so that rules need not carry positions. */
export interface Locations {
  remember(item: object, origin: Origin): void;
  /** Whether the item was written by an author, and so can be pointed at. */
  knows(item: object): boolean;
  placeOf(item: object, path?: Path, key?: boolean): Place;
}

export function createLocations(): Locations {
  const origins = new WeakMap<object, Origin>();
  return {
    remember: (item, origin) => void origins.set(item, origin),
    knows: (item) => origins.has(item),
    placeOf(item, path = [], key = false) {
      const origin = origins.get(item);
      if (!origin) return placeOfFile("content");
      if ("place" in origin)
        return origin.attributes.get(String(path[0])) ?? origin.place;
      if ("start" in origin) {
        const [words = "", nth = 0] = path.map(String);
        let at = origin.source.text.indexOf(words, origin.start);
        for (let left = Number(nth); left > 0 && at !== -1; left -= 1)
          at = origin.source.text.indexOf(words, at + words.length);
        return at === -1 || at >= origin.end
          ? placeAt(origin.source, origin.start, origin.end)
          : placeAt(origin.source, at, at + words.length);
      }
      return locateYaml(origin.source, origin.node(), path, key);
    },
  };
}
