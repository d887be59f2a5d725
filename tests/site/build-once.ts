import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { serveSite } from "../../scripts/serve-site.ts";
import { findBrowserHere } from "./find-browser.ts";
import { writeStressContent } from "./stress-content.ts";
import type { FoundBrowser } from "./find-browser.ts";
import type { HostileFields } from "./hostile-content.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The real site, built once for the run: its folder and address. */
    realSite: { folder: string; address: string };
    /** The site of another subject, built by the same code. */
    otherSite: { folder: string; address: string };
    /** The site of content that is as hard on the layout as content may be, and hostile. */
    stressSite: { folder: string; address: string };
    /** Its content folder, and which of its fields hold hostile words. */
    stressContent: { content: string; fields: HostileFields };
    /** The site of a third subject, with editions behind it and no optional nouns. */
    thirdSite: { folder: string; address: string };
    browser: FoundBrowser;
  }
}

const run = promisify(execFile);

async function build(content: string, out: string): Promise<void> {
  await run(process.execPath, [
    "scripts/build.ts",
    "--content",
    content,
    "--out",
    out,
  ]);
}

/** Builds the sites with the command that readers of the README use, serves them, and finds a browser. */
export default async function setup(
  project: TestProject,
): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "redline-test-"));
  const stress = join(folder, "stress-content");
  const fields = writeStressContent(stress);
  project.provide("stressContent", { content: stress, fields });
  const sites = [
    ["realSite", "content"],
    ["otherSite", "tests/fixtures/minimal"],
    ["stressSite", stress],
    ["thirdSite", "tests/fixtures/other-agreement"],
  ] as const;
  const servers: Server[] = [];
  // All at once: each waits for the disk, and for one thread, a good part of its time.
  await Promise.all(
    sites.map(async ([name, content]) => {
      const out = join(folder, name);
      await build(content, out);
      const { server, address } = await serveSite(out, 0);
      servers.push(server);
      project.provide(name, { folder: out, address });
    }),
  );
  project.provide("browser", await findBrowserHere());
  return async () => {
    for (const server of servers) server.close();
    await rm(folder, { recursive: true, force: true });
  };
}
