import { execFileSync } from "node:child_process";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { ZIP_PATH } from "../../../src/exports/csv/record-zip.ts";
import { listExports } from "../../../src/exports/list-exports.ts";
import { loadChecked } from "../../load-fixture.ts";

const MINIMAL = "tests/fixtures/minimal";
const files = new Map(listExports(loadChecked(MINIMAL)));
const zip = files.get(ZIP_PATH) as Uint8Array;

test("the archive holds all that lies below /data/, in order, and a README", () => {
  const found = unzipSync(zip);
  const inside = [...files]
    .filter(([path]) => path.startsWith("data/") && path !== ZIP_PATH)
    .map(([path, content]) => [path.slice("data/".length), content] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  expect(inside.length).toBeGreaterThan(20);
  expect(Object.keys(found)).toEqual([
    "README.md",
    ...inside.map(([path]) => path),
  ]);
  for (const [path, content] of inside)
    expect(Buffer.from(found[path]!)).toEqual(Buffer.from(content as string));
  expect(strFromU8(found["README.md"]!)).toContain(`in ${inside.length} files`);
});

test("the archive has the same bytes each time, in any zone", () => {
  const print =
    'import { loadRecord } from "./src/model/index.ts"; import { listExports } from "./src/exports/list-exports.ts"; for (const [path, content] of listExports(loadRecord("tests/fixtures/minimal", "content").record)) if (path === "data/record.zip") process.stdout.write(Buffer.from(content).toString("base64"));';
  for (const TZ of ["Pacific/Apia", "America/Sao_Paulo"]) {
    const made = execFileSync(
      process.execPath,
      ["--input-type=module", "-e", print],
      { encoding: "utf8", env: { ...process.env, TZ } },
    );
    expect(made).toBe(Buffer.from(zip).toString("base64"));
  }
});
