import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { buildArgs, measureBuild } from "./measure.ts";
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

/** How long after each of some edits `npm run build -- --watch` had built the site again, in seconds. */
export async function measureWatch(
  content: string,
  site: string,
  runs: number,
): Promise<number[]> {
  const watch = spawn(process.execPath, buildArgs(content, site, "--watch"));
  try {
    let printed = "";
    for (const stream of [watch.stdout, watch.stderr])
      stream.on("data", (text) => (printed += String(text)));
    const built = async () => {
      while (!printed.includes("Watching ")) await wait(5);
      printed = "";
    };
    await built();
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      await wait(1500);
      const start = performance.now();
      rewordClaim(content);
      await built();
      times.push((performance.now() - start) / 1000);
    }
    return times;
  } finally {
    watch.kill();
  }
}
