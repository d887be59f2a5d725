import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatReport, loadRecord } from "../../src/model/index.ts";
import { copyMinimal } from "./copy-minimal.ts";

const NOBODY = 65_534;

/** The report as a user who owns nothing gets it: the owner of all files may read them all, whatever they say. */
function reportAsNobody(folder: string): string {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid!(NOBODY);
  try {
    return formatReport(loadRecord(folder, "content").problems);
  } finally {
    if (isRoot) process.seteuid!(0);
  }
}

/** A copy that anybody may read. */
function copyForAll(): string {
  const folder = copyMinimal();
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, {
    recursive: true,
    withFileTypes: true,
  }))
    chmodSync(
      join(entry.parentPath, entry.name),
      entry.isDirectory() ? 0o755 : 0o644,
    );
  return folder;
}

/** The report on a copy in which something else stands in the place of a file or folder. */
function reportInstead(path: string, put: (at: string) => void): string {
  const folder = copyMinimal();
  rmSync(join(folder, path), { recursive: true });
  put(join(folder, path));
  return formatReport(loadRecord(folder, "content").problems);
}

describe("content that this user may not read", () => {
  test.each([
    [
      "data/terms.yaml",
      "file that cannot be read (EACCES), expected a text file",
    ],
    ["data/claims", "folder that cannot be read (EACCES), expected content"],
    [
      "explainers/rent.mdx",
      "file that cannot be read (EACCES), expected a text file",
    ],
    ["", "folder that cannot be read (EACCES), expected content"],
  ])("is a problem of its own: %j", (path, said) => {
    const folder = copyForAll();
    chmodSync(join(folder, path), 0);
    const report = reportAsNobody(folder);
    chmodSync(join(folder, path), 0o755);
    const shown = path ? `content/${path}` : "content";
    expect(report).toContain(
      `${shown}:1:1 Unexpected ${said} [readable-file]\n`,
    );
    expect(report).toContain("Nothing was built.");
  });
});

describe("what cannot be read as a file or folder", () => {
  test.each([
    [
      "a folder named like a file",
      "data/terms.yaml",
      mkdirSync,
      "[missing-file]",
    ],
    [
      "a link to nothing",
      "data/terms.yaml",
      (at: string) => symlinkSync("nowhere.yaml", at),
      "cannot be read (ENOENT)",
    ],
    [
      "a link to itself",
      "data/terms.yaml",
      (at: string) => symlinkSync("terms.yaml", at),
      "cannot be read (ELOOP)",
    ],
    [
      "a folder that is a link to nothing",
      "data/claims",
      (at: string) => symlinkSync("nowhere", at),
      "[unknown-file]",
    ],
    [
      "a pipe, which never ends",
      "data/terms.yaml",
      (at: string) => execFileSync("mkfifo", [at]),
      "Unexpected folder or device under the name of a file",
    ],
  ])("is a problem at its place: %s", (_, path, put, said) => {
    const report = reportInstead(path, put as (at: string) => void);
    expect(report).toContain(said);
    expect(report).toContain(`content/${path}:1:1 `);
  });
});
