import type { CitedPage, Reference } from "../src/exports/cite-files.ts";
import { listCslItems } from "../src/exports/cite-item.ts";
import type { CslItem } from "../src/exports/cite-item.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import type { CiteQuestion } from "./cite-thread.ts";
import type { SiteWriter } from "./site-writer.ts";
import { createThreads } from "./threads.ts";

/** What writes the citations of pages. */
export interface Citing {
  /** What each page says of its own: path → references. */
  references: Map<string, Reference[]>;
  /**
   * Writes those of a page. `sha256` is of the JSON of its items, which are left out where they are those of the last
   * site.
   */
  cite(
    path: string,
    sha256: string,
    items: Uint8Array | undefined,
  ): Promise<void>;
  end(): Promise<void>;
}

export function createCiting(
  record: AgreementRecord,
  site: SiteWriter,
): Citing {
  const references = new Map<string, Reference[]>();
  // What the library prepares for its styles takes 100 MB, which it never lets go of: the thread ends with the citations.
  const threads = createThreads<CiteQuestion, CitedPage>(
    "cite-thread.ts",
    undefined,
    1,
  );
  return {
    references,
    async cite(path, sha256, json) {
      const own = await site.make(`cite ${path}`, sha256, async (write) => {
        const items = json
          ? (JSON.parse(new TextDecoder().decode(json)) as CslItem[])
          : listCslItems(record, path);
        const cited = await threads.ask({ path, items });
        for (const [name, text] of cited.files) write(name.slice(1), text);
        return cited.references;
      });
      references.set(path, own);
    },
    end: () => threads.end(),
  };
}
