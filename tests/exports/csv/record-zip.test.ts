import { execFileSync } from "node:child_process";
import { inflateRawSync } from "node:zlib";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import {
  formatRecordZip,
  isArchived,
  packFile,
} from "../../../src/exports/csv/record-zip.ts";
import { loadChecked } from "../../load-fixture.ts";
import { listExports, makeFiles } from "../make-files.ts";

const MINIMAL = "tests/fixtures/minimal";
const record = loadChecked(MINIMAL);
const files = [...makeFiles(listExports(record))].filter(([path]) =>
  isArchived(path),
);
const zip = formatRecordZip(
  record,
  files.map(([path, text]) => packFile(path, Buffer.from(text))),
);

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString();

test("the archive holds all that lies below /data/, in order, and a README", () => {
  const found = unzipSync(zip.bytes);
  const inside = files
    .map(([path, text]) => [path.slice("data/".length), text] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  expect(inside.length).toBeGreaterThan(20);
  expect(Object.keys(found)).toEqual([
    "README.md",
    ...inside.map(([path]) => path),
  ]);
  for (const [path, text] of inside) expect(textOf(found[path]!)).toBe(text);
  expect(textOf(found["README.md"]!)).toContain(`in ${inside.length} files`);
});

test("the archive tells where each file lies in it", () => {
  const texts = new Map(files);
  expect(zip.files.map(({ path }) => path)).toEqual(
    Object.keys(unzipSync(zip.bytes)).map((path) => `data/${path}`),
  );
  for (const { path, start, length } of zip.files.slice(1))
    expect(
      inflateRawSync(zip.bytes.subarray(start, start + length)).toString(),
    ).toBe(texts.get(path));
});

test("the archive has the same bytes each time, in any zone", () => {
  const print = [
    'import { formatRecordZip, packFile } from "./src/exports/csv/record-zip.ts";',
    'import { listExports } from "./tests/exports/make-files.ts";',
    'import { loadRecord } from "./src/model/index.ts";',
    `const { record } = loadRecord("${MINIMAL}", "content");`,
    'const files = listExports(record).filter(([path]) => path.startsWith("data/"));',
    "const packed = files.map(([path, make]) => packFile(path, Buffer.from(make())));",
    'process.stdout.write(Buffer.from(formatRecordZip(record, packed).bytes).toString("base64"));',
  ].join("\n");
  for (const TZ of ["Pacific/Apia", "America/Sao_Paulo"]) {
    const made = execFileSync(
      process.execPath,
      ["--input-type=module", "-e", print],
      { encoding: "utf8", env: { ...process.env, TZ } },
    );
    expect(made).toBe(Buffer.from(zip.bytes).toString("base64"));
  }
});
