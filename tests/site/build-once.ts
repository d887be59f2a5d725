import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { serveSite } from "../../scripts/serve-site.ts";
import { findBrowserHere } from "./find-browser.ts";
import type { FoundBrowser } from "./find-browser.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The real site, built once for the run: its folder and address. */
    realSite: { folder: string; address: string };
    /** The site of another subject, built by the same code. */
    otherSite: { folder: string; address: string };
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

/** Builds both sites with the command that readers of the README use, serves them, and finds a browser. */
export default async function setup(
  project: TestProject,
): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "redline-test-"));
  const [real, other] = [join(folder, "real"), join(folder, "other")];
  await build("content", real);
  await build("tests/fixtures/minimal", other);
  const servers = await Promise.all([serveSite(real, 0), serveSite(other, 0)]);
  project.provide("realSite", { folder: real, address: servers[0]!.address });
  project.provide("otherSite", { folder: other, address: servers[1]!.address });
  project.provide("browser", await findBrowserHere());
  return async () => {
    for (const { server } of servers) server.close();
    await rm(folder, { recursive: true, force: true });
  };
}
