import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCollection, parse, parseDocument } from "yaml";
import { checkFiles, isBroken } from "../../src/model/index.ts";
import { loadFiles } from "../../src/model/load.ts";
import { sourceText } from "../../src/model/place.ts";
import { readPlainYaml } from "../../src/model/read-plain-yaml.ts";
import { MINIMAL } from "./copy-minimal.ts";

const RUNS = 10_000;
const { texts } = loadFiles(MINIMAL, "content", []);
const yamls = [...texts.keys()].filter((path) => path.endsWith(".yaml"));
// Explainers are read slowly and are not what is mutated here; one is enough to refer to the record.
const kept = [...texts].filter(
  ([path]) => path.endsWith(".yaml") || path === "explainers/start.mdx",
);

const signs = fc.oneof(
  fc.constantFrom(
    ..."\"'[]{}:,#|>&*!%@`?-~<\t\r\n\0\uFEFF\u0085 ",
    ": ",
    "- ",
    "\n  ",
    "---\n",
    "null",
    "True",
    "0x1f",
    "1e9",
    "2010-01-01",
    "\\",
    "__proto__: ",
  ),
  fc.string({ maxLength: 3, unit: "binary" }),
);

const edit = fc.record({
  kind: fc.constantFrom(
    "put",
    "cut",
    "swap",
    "cut line",
    "double line",
    "swap lines",
    "retype",
  ),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.integer({ min: 1, max: 6 }),
  put: signs,
  value: fc.constantFrom(null, true, 7, -0.5, "", "x", [], [[]], {}, { id: 1 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** Puts a value of another type at one of the file's keys. */
function retype(text: string, { at, value }: Edit): string {
  const document = parseDocument(text);
  const entries: unknown = document.errors.length ? [] : document.toJS();
  if (!Array.isArray(entries) || entries.length === 0) return text;
  const entry = Math.floor(at * entries.length);
  const keys = Object.keys((entries[entry] as object | null) ?? {});
  const key = keys[Math.floor(at * 7919) % keys.length];
  const path = key === undefined ? [entry] : [entry, key];
  // An entry may be an alias or a text by now: then the entry itself is retyped.
  if (!isCollection(document.getIn(path.slice(0, -1)))) path.pop();
  if (path.length === 0 || !isCollection(document.contents)) return text;
  document.setIn(path, value);
  return document.toString();
}

function mutate(text: string, change: Edit): string {
  const { kind, at, length, put } = change;
  const start = Math.floor(at * text.length);
  const lines = text.split("\n");
  const line = Math.floor(at * lines.length);
  switch (kind) {
    case "put":
      return text.slice(0, start) + put + text.slice(start);
    case "cut":
      return text.slice(0, start) + text.slice(start + length);
    case "swap": {
      const [a, b] = [
        text.slice(start, start + 1),
        text.slice(start + 1, start + 2),
      ];
      return text.slice(0, start) + b + a + text.slice(start + 2);
    }
    case "cut line":
      return lines.toSpliced(line, 1).join("\n");
    case "double line":
      return lines.toSpliced(line, 0, lines[line]!).join("\n");
    case "swap lines":
      return lines
        .toSpliced(line, 2, ...lines.slice(line, line + 2).reverse())
        .join("\n");
    default:
      return retype(text, change);
  }
}

const mutated = fc
  .record({
    file: fc.constantFrom(...yamls),
    edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
  })
  .map(({ file, edits }) => ({
    file,
    text: edits.reduce(mutate, readFileSync(`${MINIMAL}/${file}`, "utf8")),
  }));

describe("mutated YAML", () => {
  test(`is checked without a crash ${RUNS} times, and every problem lies inside its file`, () => {
    fc.assert(
      fc.property(mutated, ({ file, text }) => {
        const files = new Map(kept);
        files.set(file, sourceText(`content/${file}`, text));
        const { record, problems } = checkFiles(
          { root: "content", texts: files, others: [] },
          [],
        );
        if ((record === undefined) !== isBroken(problems))
          throw new Error("neither a record nor a problem");
        for (const { place } of problems) {
          const lines = files.get(place.file.slice("content/".length))
            ?.lineStarts.length;
          // A problem of something that is not there stands on line 1.
          if (place.line > (lines ?? 1) || place.line < 1)
            throw new Error(`${place.file}:${place.line} does not exist`);
        }
      }),
      { numRuns: RUNS },
    );
  }, 240_000);

  test(`is read alike by the plain reader, where it reads it, and by the full parser`, () => {
    let read = 0;
    fc.assert(
      fc.property(mutated, ({ text }) => {
        const plain = readPlainYaml(text);
        if (!plain) return;
        read += 1;
        if (!isDeepStrictEqual(plain.value, parse(text, { version: "1.2" })))
          throw new Error(`read as ${JSON.stringify(plain.value)}`);
      }),
      { numRuns: 3_000 },
    );
    expect(read).toBeGreaterThan(300);
  }, 120_000);
});
