import { isMap, isSeq } from "yaml";
import type { NounName } from "../model/nouns.ts";
import { NOUNS } from "../model/nouns.ts";
import { placeAt, placeOfFile } from "../model/place.ts";
import type { Place } from "../model/place.ts";
import { GENERATED_PAGES } from "../model/rules/navigation-page.ts";
import { parseYaml } from "../model/yaml-file.ts";
import type { Texts } from "./kind.ts";

/** Where an id is in use; undefined where it is free. A page's id is in use also where a page is generated. */
export function findTaken(
  texts: Texts,
  noun: NounName | "explainers",
  id: string,
): Place | undefined {
  if (noun === "explainers") {
    const file = texts.get(`explainers/${id}.mdx`);
    if (file) return placeAt(file, 0, 1);
    return GENERATED_PAGES.includes(id.split("/")[0]!)
      ? placeOfFile(`the generated page /${id}/`)
      : undefined;
  }
  const path = `data/${NOUNS[noun].path}`;
  for (const [name, source] of texts) {
    if (name !== path && !name.startsWith(`${path}/`)) continue;
    const root = parseYaml(source, source.text, [])?.root();
    for (const item of isSeq(root) ? root.items : []) {
      if (!isMap(item) || item.get("id") !== id) continue;
      const [start, end] = item.range!;
      return placeAt(source, start, end);
    }
  }
  return undefined;
}
