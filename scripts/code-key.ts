import { hashFiles } from "./hash-files.ts";
import { ROOT } from "./root.ts";

/** All that decides, beside the content, what a build writes; of packages, those that are installed. */
const CODE = [
  ".env",
  ".env.production",
  "node_modules/.package-lock.json",
  "package.json",
  "scripts",
  "src",
  "tsconfig.json",
];

/**
 * A hash of the code and of what runs it: code, styles and configuration as they are, byte by byte, the packages, the
 * machine's kind, and the versions of Node and of all that it brings.
 */
export function hashCode(): string {
  const { versions, platform, arch } = process;
  return hashFiles(JSON.stringify([versions, platform, arch]), ROOT, CODE);
}
