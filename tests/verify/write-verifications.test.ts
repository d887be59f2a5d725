import { expect, test } from "vitest";
import { loadChecked } from "../load-fixture.ts";
import { copyMinimal, replaceIn } from "../model/copy-minimal.ts";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeVerifications } from "../../src/verify/write-verifications.ts";

test("what is written is read back as it was, whatever the order", () => {
  const folder = copyMinimal();
  const path = join(folder, "data/verification.yaml");
  replaceIn(
    folder,
    "data/verification.yaml",
    '"nearer to 55"',
    String.raw`"a \"b\": #c", "d\\e"`,
  );
  const entries = loadChecked(folder).verifications;
  const before = readFileSync(path, "utf8");
  const text = writeVerifications(before, [...entries].reverse());
  writeFileSync(path, text);
  expect(loadChecked(folder).verifications).toEqual(entries);
  expect(writeVerifications(text, entries)).toBe(text);
  expect(text.split("\n")[0]).toBe(before.split("\n")[0]);
});

test("no entry is an empty list below the comment", () => {
  expect(writeVerifications("# a\n\n# b\n[]\n", [])).toBe("# a\n\n# b\n[]\n");
});
