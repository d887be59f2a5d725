import type { Node } from "yaml";
import type { Place, SourceText } from "./place.ts";
import { placeOfFile } from "./place.ts";
import type { Path } from "./yaml-file.ts";
import { locateYaml } from "./yaml-file.ts";

type Origin =
  | { source: SourceText; node: Node | null }
  | { place: Place; attributes: Map<string, Place> };

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
      return locateYaml(origin.source, origin.node, path, key);
    },
  };
}
