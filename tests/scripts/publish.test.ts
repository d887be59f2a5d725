import { spawn } from "node:child_process";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BuildRunning, publish } from "../../scripts/publish.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { FILES } from "./publish-again.ts";

const folder = temporaryFolder("publish");

const write = (words: string) => async (site: string) =>
  writeFileSync(join(site, "index.html"), words);
const read = (out: string) => readFileSync(join(out, "index.html"), "utf8");

describe("publishing", () => {
  test("puts a site where there is none, where there is one, and where there is a folder", async () => {
    const out = join(folder, "site");
    await publish(out, write("first"));
    expect(read(out)).toBe("first");
    await publish(out, write("second"));
    expect(read(out)).toBe("second");
    rmSync(out);
    mkdirSync(out);
    await publish(out, write("third"));
    expect(read(out)).toBe("third");
    expect(statSync(out).mode & 0o777).toBe(0o755);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test("leaves the old site as it was when the new one fails", async () => {
    const out = join(folder, "kept");
    await publish(out, write("old"));
    const failing = publish(out, async (site) => {
      await write("half")(site);
      throw new Error("no more");
    });
    await expect(failing).rejects.toThrow("no more");
    expect(read(out)).toBe("old");
    expect(
      readdirSync(folder).filter((name) => name.startsWith(".kept")),
    ).toHaveLength(1);
  });

  test("refuses while another build runs, and not after it was killed", async () => {
    const out = join(folder, "busy");
    await publish(out, async () => {
      await expect(publish(out, write("late"))).rejects.toThrow(
        new BuildRunning(
          "Unexpected build into busy while another one runs, expected one at a time.\n  hint: wait for it, or delete .busy.lock beside it if no build runs",
        ),
      );
    });
    // No process has the largest number there is.
    writeFileSync(join(folder, ".busy.lock"), String(2 ** 22 + 1));
    await publish(out, write("next"));
    expect(read(out)).toBe("next");
  });

  test("leaves what a build to a place of a similar name makes", async () => {
    const [out, longer] = [join(folder, "a"), join(folder, "a.build")];
    await publish(longer, async (site) => {
      await write("other")(site);
      await publish(out, write("one"));
    });
    expect([read(out), read(longer)]).toEqual(["one", "other"]);
  });

  test("is the old site or the new one, whole, wherever the process is killed", async () => {
    const out = join(folder, "killed");
    let site = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 60 }), async (wait) => {
        const child = spawn(process.execPath, [
          "tests/scripts/publish-again.ts",
          out,
          String(site + 1),
        ]);
        const before = site;
        // Kill it only once it has published something: starting takes longer than publishing.
        const look = () => {
          try {
            return Number(readFileSync(join(out, "0.txt"), "utf8"));
          } catch {
            return before;
          }
        };
        while (look() === before)
          await new Promise((resolve) => setTimeout(resolve, 5));
        await new Promise((resolve) => setTimeout(resolve, wait));
        const ended = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGKILL");
        await ended;
        const files = readdirSync(out);
        expect(files).toHaveLength(FILES);
        const numbers = new Set(
          files.map((name) => readFileSync(join(out, name), "utf8")),
        );
        expect(numbers.size).toBe(1);
        site = Number([...numbers][0]);
        expect(site).toBeGreaterThan(before);
      }),
      { numRuns: 100 },
    );
    expect(site).toBeGreaterThan(100);
  });
});
