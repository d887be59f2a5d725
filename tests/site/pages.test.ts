import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
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

  test("has no inline style, and no inline script but the one that sets the theme", () => {
    for (const path of ["", "tables", "terms", "claims", "search"]) {
      const inline =
        read(path).match(/<script(?![^>]*(?:\ssrc=|ld\+json))/g) ?? [];
      expect(inline).toHaveLength(1);
      expect(read(path)).not.toMatch(/\sstyle=/);
    }
  });
});
