import { spawn } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Asks for a page until it holds the words; the time that took, in milliseconds. */
async function untilShown(url: string, words: string): Promise<number> {
  const start = performance.now();
  while (!(await (await fetch(url)).text()).includes(words)) await wait(5);
  return performance.now() - start;
}

/**
 * The dev loop: starts it on a copy of the content in `folder`, saves a changed tagline `runs` times, and tells how
 * long after each save the front page had it, in milliseconds.
 */
export async function measureDevLoop(
  content: string,
  folder: string,
  runs: number,
): Promise<number[]> {
  const copy = join(folder, "dev-content");
  cpSync(content, copy, { recursive: true });
  const server = spawn(process.execPath, [
    "scripts/dev.ts",
    "--content",
    copy,
    "--port",
    "4380",
  ]);
  try {
    let printed = "";
    server.stdout.on("data", (text) => (printed += String(text)));
    while (!printed.includes("Editing ")) await wait(50);
    const url = /http:\/\/localhost:\d+\//.exec(
      printed.slice(printed.indexOf("Editing ")),
    )![0];
    const site = join(copy, "site.yaml");
    const text = readFileSync(site, "utf8");
    await (await fetch(url)).text();
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      await wait(1500);
      const words = `Measured ${run}`;
      writeFileSync(
        site,
        text.replace(/^tagline: .*$/m, `tagline: "${words}"`),
      );
      times.push(await untilShown(url, words));
    }
    return times;
  } finally {
    server.kill();
    rmSync(copy, { recursive: true, force: true });
  }
}
