import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { TextDecoder } from "node:util";
import { placeOfFile, sourceText } from "./place.ts";
import type { SourceText } from "./place.ts";
import type { Problem } from "./problem.ts";

/** A file larger than this is a mistake: the largest real one holds 300 sources in 100 KB. */
export const MAX_BYTES = 4_000_000;

/** The ledger of addresses: the one file of the content that a program writes. */
export const LEDGER_FILE = "permalinks.lock";

/** Everything below a content folder that the record is made of, as text. */
export interface ContentFiles {
  root: string;
  /** Path below the folder, with `/`, → its text. */
  texts: Map<string, SourceText>;
  /** Paths of files of any other kind, which nothing reads. */
  others: string[];
}

function listFiles(folder: string, depth: number): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.name.startsWith(".")) return [];
      if (entry.isDirectory())
        return depth > 0 ? listFiles(path, depth - 1) : [];
      return [path];
    });
}

function readText(
  path: string,
  shown: string,
  problems: Problem[],
): string | undefined {
  const fail = (rule: string, message: string, hint?: string) => {
    problems.push({
      rule,
      severity: "error",
      message,
      place: placeOfFile(shown),
      hint,
    });
    return undefined;
  };
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) {
      return fail(
        "file-limits",
        `Unexpected file of ${size} bytes, expected at most ${MAX_BYTES}`,
        "split it by topic",
      );
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
      return fail(
        "file-encoding",
        "Unexpected bytes that are not UTF-8, expected UTF-8 text",
        "save the file as UTF-8",
      );
    }
    return fail(
      "readable-file",
      `Unexpected file that cannot be read (${code ?? String(error)}), expected a text file`,
    );
  }
}

/**
 * Reads every `.yaml` and `.mdx` file below a content folder, and the ledger. The only place that reads the disk.
 * `shownAs` is how the folder is called in reports, e.g. `content`.
 */
export function loadFiles(
  root: string,
  shownAs: string,
  problems: Problem[],
): ContentFiles {
  const texts = new Map<string, SourceText>();
  const others: string[] = [];
  let paths: string[] = [];
  try {
    paths = existsSync(root) ? listFiles(root, 4) : [];
    if (paths.length === 0)
      problems.push({
        rule: "missing-file",
        severity: "error",
        message: `Unexpected absence of \`${shownAs}\`, expected a folder of content`,
        place: placeOfFile(shownAs),
      });
  } catch (error) {
    const message = `Unexpected folder that cannot be read (${(error as NodeJS.ErrnoException).code}), expected content`;
    problems.push({
      rule: "readable-file",
      severity: "error",
      message,
      place: placeOfFile(shownAs),
    });
  }
  for (const path of paths) {
    const name = relative(root, path).split(sep).join("/");
    if (!/\.(?:yaml|yml|mdx)$/.test(name) && name !== LEDGER_FILE) {
      others.push(name);
      continue;
    }
    const shown = `${shownAs}/${name}`;
    const text = readText(path, shown, problems);
    if (text !== undefined) texts.set(name, sourceText(shown, text));
  }
  return { root: shownAs, texts, others };
}
