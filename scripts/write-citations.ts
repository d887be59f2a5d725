import type { CitedPage, Reference } from "../src/exports/cite-files.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import type { CiteQuestion } from "./cite-thread.ts";
import type { SiteWriter } from "./site-writer.ts";
import { createThreads } from "./threads.ts";
import { readTold } from "./told.ts";
import type { Taker } from "./told.ts";

/** Writes the citations of pages; `references`: what each page says of its own, path → references. */
export function createCiting(
  record: AgreementRecord,
  site: SiteWriter,
): Taker & { references: Map<string, Reference[]> } {
  const references = new Map<string, Reference[]>();
  // What the library prepares for its styles takes 100 MB, which it never lets go of: the thread ends with the citations.
  const threads = createThreads<CiteQuestion, CitedPage>(
    "cite-thread.ts",
    undefined,
    1,
  );
  return {
    references,
    async take(path, sha256, told) {
      const own = await site.make(`cite ${path}`, sha256, async (write) => {
        const items = readTold("cite", record, path, told);
        const cited = await threads.ask({ path, items });
        for (const [name, text] of cited.files) write(name.slice(1), text);
        return cited.references;
      });
      references.set(path, own);
    },
    end: () => threads.end(),
  };
}
