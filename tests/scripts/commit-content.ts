import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { onTestFinished } from "vitest";

function git(folder: string, ...args: string[]): void {
  const who = [
    "-c",
    "user.name=Editor",
    "-c",
    "user.email=editor@pier.example",
  ];
  execFileSync("git", ["-C", folder, ...who, ...args], { stdio: "ignore" });
}

/** Commits all that a copy made by `commitCopy` holds. */
export function commit(content: string): void {
  git(content, "add", "--all");
  git(content, "commit", "--quiet", "--no-verify", "--message", "Content");
}

/** A repository of its own whose first commit holds a copy of the content, below its root; gives the copy's folder. */
export function commitCopy(of: string): string {
  const folder = mkdtempSync(join(tmpdir(), "redline-changes-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const content = join(folder, basename(of));
  cpSync(of, content, { recursive: true });
  git(folder, "init", "--quiet");
  commit(content);
  return content;
}
