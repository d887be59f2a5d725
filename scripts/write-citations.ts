import type { CitedPage, Reference } from "../src/exports/cite-files.ts";
import { listCslItems } from "../src/exports/cite-item.ts";
import { listPages } from "../src/exports/sitemap.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import type { CiteQuestion } from "./cite-thread.ts";
import { hashOf } from "./site-writer.ts";
import type { SiteWriter } from "./site-writer.ts";
import { createThreads, forEachSome } from "./threads.ts";

/** Writes the citations of every page, and tells what each page says of its own: path → references. */
export async function writeCitations(
  record: AgreementRecord,
  site: SiteWriter,
): Promise<Map<string, Reference[]>> {
  const references = new Map<string, Reference[]>();
  // What the library prepares for its styles takes 100 MB, which it never lets go of: the thread ends with the citations.
  const threads = createThreads<CiteQuestion, CitedPage>(
    "cite-thread.ts",
    undefined,
    1,
  );
  const write = async (path: string) => {
    const items = listCslItems(record, path);
    const key = hashOf(JSON.stringify(items));
    const own = await site.make(`cite ${path}`, key, async (write) => {
      const cited = await threads.ask({ path, items });
      for (const [name, text] of cited.files) write(name.slice(1), text);
      return cited.references;
    });
    references.set(path, own);
  };
  try {
    await forEachSome(listPages(record), write);
  } finally {
    await threads.end();
  }
  return references;
}
