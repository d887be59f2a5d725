import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { shareImagePath } from "../../src/exports/share-cards.ts";
import { listPages } from "../../src/exports/sitemap.ts";
import { loadChecked } from "../load-fixture.ts";

const sites = [
  ["the real record", "content", "realSite"],
  ["another subject", "tests/fixtures/minimal", "otherSite"],
] as const;

describe.each(sites)("the site of %s", (_, content, site) => {
  const record = loadChecked(content);
  const pages = listPages(record);
  const open = (path: string) => readFileSync(join(inject(site).folder, path));

  test("has a share image of 1200 × 630 for every page, all of them small", () => {
    let total = 0;
    for (const path of pages) {
      const png = open(shareImagePath(path));
      expect(png.toString("latin1", 1, 4), path).toBe("PNG");
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([
        1200, 630,
      ]);
      expect(png.length, path).toBeLessThan(80_000);
      total += png.length;
    }
    expect(total / pages.length).toBeLessThan(30_000);
  });

  test("points every page at its share image", () => {
    for (const path of [...pages, "/404"]) {
      const file = path === "/404" ? "404.html" : join(path, "index.html");
      const image = path === "/404" ? "/share/index.png" : shareImagePath(path);
      expect(open(file).toString(), path).toContain(
        `<meta property="og:image" content="${record.site.address}${image}">`,
      );
    }
  });

  test("has one block of structured data a page, and it can be read", () => {
    for (const path of pages) {
      const html = open(join(path, "index.html")).toString();
      const blocks = [
        ...html.matchAll(
          /<script type="application\/ld\+json">(.*?)<\/script>/gs,
        ),
      ];
      expect(blocks, path).toHaveLength(1);
      expect(JSON.parse(blocks[0]![1]!), path).toHaveProperty("@graph");
    }
  });

  test("has every icon that its manifest names, at its size", () => {
    const manifest = JSON.parse(open("site.webmanifest").toString()) as {
      name: string;
      icons: { src: string; sizes: string; type: string }[];
    };
    expect(manifest.name).toBe(record.site.name);
    for (const { src, sizes, type } of manifest.icons) {
      const icon = open(src);
      if (type !== "image/png") continue;
      const size = [icon.readUInt32BE(16), icon.readUInt32BE(20)].join("x");
      expect(size, src).toBe(sizes);
    }
    expect(open("apple-touch-icon.png").readUInt32BE(16)).toBe(180);
    expect(open("favicon.ico").readUInt32LE(0)).toBe(0x10000);
  });
});
