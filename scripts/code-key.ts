import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.ts";

/** All that decides, beside the content, what a build writes. */
const CODE = ["package-lock.json", "tsconfig.json", "scripts", "src"];

function listCode(name: string): string[] {
  const path = join(ROOT, name);
  if (name.includes(".")) return [name];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .sort();
}

/**
 * A hash of the code and of what runs it: code, styles, configuration and lock file as they are, byte by byte, the
 * machine's kind, and the versions of Node and of what it compresses with.
 */
export function hashCode(): string {
  const { node, zlib, brotli } = process.versions;
  const hash = createHash("sha256").update(
    [node, zlib, brotli, process.platform, process.arch].join(" "),
  );
  for (const name of CODE.flatMap(listCode)) {
    const bytes = readFileSync(join(ROOT, name));
    hash.update(`\n${name} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}
