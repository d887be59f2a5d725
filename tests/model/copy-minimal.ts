import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { formatReport, loadRecord } from "../../src/model/index.ts";

export const MINIMAL = "tests/fixtures/minimal";

/** A copy of a content folder, the minimal one if none is named, that lasts as long as the test. */
export function copyMinimal(content = MINIMAL): string {
  const folder = mkdtempSync(join(tmpdir(), "redline-content-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(content, folder, { recursive: true });
  return folder;
}

/** Replaces words in a file of the copy; words that are not there are a mistake in the test. */
export function replaceIn(
  folder: string,
  path: string,
  words: string,
  others: string,
): void {
  const text = readFileSync(join(folder, path), "utf8");
  if (!text.includes(words)) throw new Error(`no ${words} in ${path}`);
  writeFileSync(
    join(folder, path),
    text.replace(words, () => others),
  );
}

/** The report on a folder of content. */
export function reportOn(folder: string): string {
  return formatReport(loadRecord(folder, "content").problems);
}
