import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const readPage = async (url: string) => (await fetch(url)).text();

/**
 * The dev loop: starts it on a copy of the content in `folder`, saves a changed tagline `runs` times, and tells how
 * long after each save an open front page, which is told to load again, had it, in milliseconds.
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
    await readPage(url);
    const open = new WebSocket(url.replace("http", "ws"), "vite-hmr");
    await once(open, "open");
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      await wait(1500);
      const words = `Measured ${run}`;
      const told = once(open, "message");
      const start = performance.now();
      writeFileSync(
        site,
        text.replace(/^tagline: .*$/m, `tagline: "${words}"`),
      );
      await told;
      while (!(await readPage(url)).includes(words)) await wait(5);
      times.push(performance.now() - start);
    }
    open.close();
    return times;
  } finally {
    server.kill();
    rmSync(copy, { recursive: true, force: true });
  }
}
