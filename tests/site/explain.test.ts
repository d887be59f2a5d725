import { existsSync } from "node:fs";
import { describe, expect, inject, test } from "vitest";
import { explainAddress } from "../../src/explain/explain-address.ts";
import { readSiteAddresses } from "../../src/ledger/read-addresses.ts";
import { loadRecord } from "../../src/model/index.ts";
import { readPagesOf } from "./read-pages-of.ts";

describe("npm run explain", () => {
  test("explains every address of a built site, and names the file that draws it", async () => {
    const { folder } = inject("otherSite");
    const { record, placeOf } = loadRecord("tests/fixtures/minimal", "content");
    const drawn = new Set<string>();
    const unknown: string[] = [];
    for (const [path, addresses] of readSiteAddresses(readPagesOf(folder)))
      for (const id of [undefined, ...addresses.map((one) => one.id)]) {
        const found = explainAddress(record!, placeOf, { path, id });
        if (found) drawn.add(found.drawnBy);
        else unknown.push(`${path}#${id ?? ""}`);
      }
    expect(unknown).toEqual([]);
    expect([...drawn].filter((file) => !existsSync(file))).toEqual([]);
  });
});
