import { citePage } from "../src/exports/cite-files.ts";
import type { Reference } from "../src/exports/cite-files.ts";
import { listCslItems } from "../src/exports/cite-item.ts";
import { listPages } from "../src/exports/sitemap.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { hashOf } from "./site-writer.ts";
import type { SiteWriter } from "./site-writer.ts";

/** Writes the citations of every page, and tells what each page says of its own: path → references. */
export async function writeCitations(
  record: AgreementRecord,
  site: SiteWriter,
): Promise<Map<string, Reference[]>> {
  const references = new Map<string, Reference[]>();
  for (const path of listPages(record)) {
    const items = listCslItems(record, path);
    const key = hashOf(JSON.stringify(items));
    const own = await site.make(`cite ${path}`, key, (write) => {
      const cited = citePage(path, items);
      for (const [name, text] of cited.files) write(name.slice(1), text);
      return cited.references;
    });
    references.set(path, own);
  }
  return references;
}
