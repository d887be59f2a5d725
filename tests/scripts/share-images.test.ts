import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openFileCache } from "../../scripts/file-cache.ts";
import { createSharing } from "../../scripts/share-images.ts";
import { createSiteWriter } from "../../scripts/site-writer.ts";
import { listPages } from "../../src/exports/sitemap.ts";
import { loadChecked } from "../load-fixture.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const folder = temporaryFolder("share");

const record = loadChecked("tests/fixtures/minimal");
const pages = listPages(record).length;
const cache = join(folder, "cache");

async function draw(name: string, cacheFolder = cache) {
  const site = join(folder, name);
  const writer = createSiteWriter(site, "", undefined);
  const sharing = createSharing(record, writer, cacheFolder);
  await Promise.all(
    listPages(record).map((page) => sharing.take(page, page, undefined)),
  );
  await sharing.end();
  const { counts } = sharing;
  const files = readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".png"))
    .sort();
  const bytes = files.map((file) => readFileSync(join(site, file)));
  return { counts, files, bytes: Buffer.concat(bytes) };
}

describe("share images", () => {
  test("are drawn once and the same from the cache", async () => {
    const cold = await draw("cold");
    const warm = await draw("warm");
    expect(cold.counts).toEqual({ drawn: pages, reused: 0 });
    expect(warm.counts).toEqual({ drawn: 0, reused: pages });
    expect(cold.files).toHaveLength(pages);
    expect(warm.bytes.equals(cold.bytes)).toBe(true);

    // Damage of every kind: another byte, cut short, empty, another entry's content.
    const [one, two, three, four, five] = readdirSync(cache).map((name) =>
      join(cache, name),
    );
    const bytes = readFileSync(one!);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(one!, bytes);
    writeFileSync(two!, readFileSync(two!).subarray(0, 900));
    writeFileSync(three!, "");
    writeFileSync(four!, readFileSync(five!));
    const mended = await draw("mended");
    expect(mended.counts).toEqual({ drawn: 4, reused: pages - 4 });
    expect(mended.bytes.equals(cold.bytes)).toBe(true);
    expect((await draw("after")).counts.drawn).toBe(0);
  });

  test("need no cache that can be written", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    expect((await draw("without", file)).counts.drawn).toBe(pages);
  });
});

test("a cache keeps what this run used when it is trimmed", async () => {
  const small = join(folder, "small");
  const filled = openFileCache(small);
  for (const key of ["a", "b", "c", "d"])
    await filled.write(key, Buffer.from(key));
  const later = openFileCache(small);
  expect((await later.read("a"))?.toString()).toBe("a");
  await later.trim(2);
  const left = readdirSync(small);
  expect(left).toHaveLength(3);
  expect(left).toContain("a");
});
