import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { listFiles } from "../../scripts/site-files.ts";
import { deriveEdition } from "../../src/derive/edition.ts";
import { formatDate } from "../../src/derive/format-date.ts";
import { deriveTable } from "../../src/derive/table.ts";
import { listPages } from "../../src/exports/sitemap.ts";
import { readPage } from "../../src/audit/read-page.ts";
import { loadChecked } from "../load-fixture.ts";

const sites = [
  ["the real record", "content", "realSite"],
  ["another subject", "tests/fixtures/minimal", "otherSite"],
] as const;

describe.each(sites)("the site of %s", (_, content, site) => {
  const record = loadChecked(content);
  const read = (path: string) =>
    readFileSync(join(inject(site).folder, path, "index.html"), "utf8");

  test("has every page of its sitemap", () => {
    const missing = listPages(record).filter(
      (path) => !existsSync(join(inject(site).folder, path, "index.html")),
    );
    expect(missing).toEqual([]);
    const sitemap = readFileSync(
      join(inject(site).folder, "sitemap.xml"),
      "utf8",
    );
    expect(sitemap.match(/<loc>/g)).toHaveLength(listPages(record).length);
  });

  test.each(record.tables.map((spec) => [spec.id, spec] as const))(
    "gives every cell of table %s its address",
    (id, spec) => {
      const ids = new Set(readPage(read(`tables/${id}`)).ids);
      const table = deriveTable(record, spec);
      for (const row of table.rows) {
        expect(ids, row.id).toContain(row.id);
        for (const cell of row.cells) expect(ids, cell.id).toContain(cell.id);
      }
    },
  );

  test("resolves every address that its ledger promises", () => {
    for (const { page, ids, gone } of record.ledger?.pages ?? []) {
      const found = new Set(readPage(read(page)).ids);
      const promised = [
        ...Object.values(ids ?? {}).flat(),
        ...Object.keys(gone ?? {}),
      ];
      expect(
        promised.filter((id) => !found.has(id)),
        page,
      ).toEqual([]);
    }
  });

  test("tells its own size, as the built files have it", async () => {
    const { folder } = inject(site);
    const sizes = listFiles(folder)
      .filter((name) => !/^(?:edition\.json|status\/index\.html)$/.test(name))
      .map((name) => statSync(join(folder, name)).size);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    expect(read("status")).toContain(
      `>${(bytes / 1_000_000).toFixed(1)} MB in ${sizes.length} files, `,
    );
  });

  test("lists every file of its edition, and no other", async () => {
    const { folder } = inject(site);
    const { edition, files } = JSON.parse(
      readFileSync(join(folder, "edition.json"), "utf8"),
    ) as { edition: string; files: { [name: string]: string } };
    expect(edition).toBe(deriveEdition(record).name);
    const found = listFiles(folder).filter((name) => name !== "edition.json");
    expect(Object.keys(files)).toEqual(found);
    for (const name of found.slice(0, 50))
      expect(files[name], name).toBe(
        createHash("sha256")
          .update(readFileSync(join(folder, name)))
          .digest("hex"),
      );
  });

  test("shows its edition and its day on every page", () => {
    const { words } = deriveEdition(record);
    for (const path of listPages(record)) {
      expect(read(path), path).toContain(words);
      expect(read(path), path).toContain(formatDate(record.site.as_of));
    }
  });

  test("escapes what authors write", () => {
    for (const claim of record.claims) {
      const html = read(`claims/${claim.id}`);
      const escaped = claim.statement
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;");
      expect(
        html
          .replaceAll("&#39;", "'")
          .replaceAll("&quot;", '"')
          .replaceAll("&gt;", ">"),
      ).toContain(escaped);
    }
  });
});
