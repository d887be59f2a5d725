import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measureBuild } from "./measure.ts";
import type { Cost } from "./measure.ts";

const STATEMENT = /^(\s*statement: )(?:"(.*)"|(.*))$/m;

/** Rewords the first claim of a content folder. */
function rewordClaim(content: string): void {
  const folder = join(content, "data/claims");
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name);
    const text = readFileSync(file, "utf8");
    if (!STATEMENT.test(text)) continue;
    return writeFileSync(
      file,
      text.replace(
        STATEMENT,
        (_, key: string, quoted: string | undefined, plain: string) =>
          `${key}"${quoted ?? plain} So it is."`,
      ),
    );
  }
  throw new Error(`no claim to reword in ${folder}`);
}

/** What a build costs after one claim of the content that it was built from was reworded. */
export function measureRebuild(content: string, site: string): Promise<Cost> {
  rewordClaim(content);
  return measureBuild(content, site);
}
