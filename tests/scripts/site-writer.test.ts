import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recallSite } from "../../scripts/last-site.ts";
import { publish } from "../../scripts/publish.ts";
import { createSiteWriter } from "../../scripts/site-writer.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { filesBelow } from "./compare-sites.ts";

const folder = temporaryFolder("writer");

type Files = { [name: string]: string };

/** Publishes a site of these files; answers with how many of them were taken over. */
function writeSite(out: string, files: Files, code = "1"): Promise<number> {
  return publish(out, async (fresh, lastFolder) => {
    const recalled = recallSite(lastFolder);
    const last = "last" in recalled ? recalled.last : undefined;
    const site = createSiteWriter(fresh, code, last);
    for (const [name, text] of Object.entries(files)) site.write(name, text);
    site.seal();
    return site.counts().kept;
  });
}

const readSite = (out: string): Files =>
  Object.fromEntries(
    filesBelow(out).map((name) => [
      name,
      readFileSync(join(out, name), "utf8"),
    ]),
  );

/** The folders beside `out` that hold sites: the one that is published, and the one before. */
function foldersOf(out: string): { now: string; before: string[] } {
  const now = readlinkSync(out);
  const all = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => name.startsWith(now.slice(0, -6)));
  return {
    now: join(folder, now),
    before: all
      .filter((name) => name !== now)
      .map((name) => join(folder, name)),
  };
}

/** A system that notes times in steps cannot tell two writes within one. */
async function untilTimeMoves(): Promise<void> {
  const file = join(folder, "clock");
  const touch = () => {
    writeFileSync(file, "");
    return lstatSync(file).ctimeMs;
  };
  for (const start = touch(); touch() === start;) await setImmediate();
}

describe("a site written over an earlier one", () => {
  test("has new files where something changed, and the same in each where nothing did", async () => {
    const out = join(folder, "turns");
    const numberOf = (name: string) => lstatSync(join(out, name)).ino;
    await writeSite(out, { "a.txt": "one", "b/c.txt": "two" });
    const [a, c] = [numberOf("a.txt"), numberOf("b/c.txt")];
    expect(await writeSite(out, { "a.txt": "three", "b/c.txt": "two" })).toBe(
      1,
    );
    const { now, before } = foldersOf(out);
    expect(before).toHaveLength(1);
    expect(readFileSync(join(before[0]!, "a.txt"), "utf8")).toBe("one");
    expect(numberOf("a.txt")).not.toBe(a);
    expect(numberOf("b/c.txt")).toBe(c);

    expect(await writeSite(out, { "a.txt": "four", "b/c.txt": "two" })).toBe(1);
    // They take turns.
    expect(foldersOf(out)).toEqual({ now: before[0], before: [now] });
    expect(readSite(out)).toEqual({ "a.txt": "four", "b/c.txt": "two" });
    expect(readFileSync(join(now, "a.txt"), "utf8")).toBe("three");
    expect(numberOf("b/c.txt")).toBe(c);
  });

  test("keeps a file that was touched and says the same, and one that a failed build left", async () => {
    const out = join(folder, "touched");
    const files = { "a.txt": "one", "b/c.txt": "two" };
    await writeSite(out, files);
    await writeSite(out, files);
    chmodSync(join(out, "a.txt"), 0o600);
    expect(await writeSite(out, files)).toBe(2);
    const { before } = foldersOf(out);
    await expect(
      publish(out, () => Promise.reject(new Error("no more"))),
    ).rejects.toThrow("no more");
    expect(foldersOf(out).before).toEqual(before);
    expect(await writeSite(out, files)).toBe(2);
  });

  test("is not published where two of its names cannot lie beside each other", async () => {
    const out = join(folder, "collision");
    await writeSite(out, { a: "one" });
    for (const files of [
      { a: "one", "a/b": "two" },
      { "a/b": "two", a: "one" },
    ])
      await expect(writeSite(out, files)).rejects.toThrow(
        "Unexpected absence of 1 of 2 files of the site, expected each in a place of its own. Nothing was published.\n  hint: build with --no-cache",
      );
    expect(readSite(out)).toEqual({ a: "one" });
  });

  test("holds what it was given, whatever lay there before", async () => {
    // As if a folder had become a file, and the other way round.
    const names = ["a", "a/b", "a/b/c", "d/e.txt", "f.txt"];
    const texts = fc.constantFrom("one", "two", "three");
    const isSite = (given: [string, string][]) =>
      given.every(([one]) =>
        given.every(([other]) => !other.startsWith(`${one}/`)),
      );
    const site = fc
      .uniqueArray(fc.tuple(fc.constantFrom(...names), texts), {
        selector: ([name]) => name,
        minLength: 1,
      })
      .filter(isSite);
    const damage = fc.record({
      at: fc.constantFrom("now", "before", "list", "none"),
      name: fc.constantFrom(...names, "g.txt"),
      how: fc.constantFrom("in place", "anew", "removed", "folder"),
    });
    const spoil = async (
      place: string,
      how: "in place" | "anew" | "removed" | "folder",
    ) => {
      if (how === "in place") await untilTimeMoves();
      const found = lstatSync(place, { throwIfNoEntry: false });
      if (how !== "in place") rmSync(place, { recursive: true, force: true });
      if (how === "in place" && !found?.isFile()) return;
      if (how === "folder") mkdirSync(join(place, "x"), { recursive: true });
      // As long as what was there: the size does not give it away.
      else if (how !== "removed") writeFileSync(place, "0ne");
    };
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(site, damage, fc.constantFrom("1", "1", "2")), {
          minLength: 3,
          maxLength: 8,
        }),
        async (steps) => {
          const out = join(folder, "any");
          for (const [files, { at, name, how }, code] of steps) {
            kept += await writeSite(out, Object.fromEntries(files), code);
            expect(readSite(out)).toEqual(Object.fromEntries(files));
            const { now, before } = foldersOf(out);
            const where =
              at === "now" ? now : at === "before" ? before[0] : undefined;
            const parent = where && join(where, name, "..");
            if (parent && existsSync(parent) && lstatSync(parent).isDirectory())
              await spoil(join(where, name), how);
            if (at === "list") writeFileSync(`${now}.list`, "");
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(kept).toBeGreaterThan(100);
  });
});
