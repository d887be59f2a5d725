import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { TextDecoder } from "node:util";
import { placeOfFile, sourceText } from "./place.ts";
import type { SourceText } from "./place.ts";
import type { Problem } from "./problem.ts";

/** A file larger than this is a mistake: the largest real one holds 300 sources in 100 KB. */
export const MAX_BYTES = 4_000_000;

/** What a program writes grows with the site, and is one file. */
const MAX_WRITTEN_BYTES = 400_000_000;

/** The ledger of addresses, which a program writes. */
export const LEDGER_FILE = "permalinks.lock";

/** The words of frames that are pinned to an edition: the other file that a program writes. */
export const PINS_FILE = "pins.jsonl";

/** The files that a program writes, which grow with every edition. */
const WRITTEN = new Set([LEDGER_FILE, PINS_FILE]);

/** Everything below a content folder that the record is made of, as text. */
export interface ContentFiles {
  root: string;
  /** Path below the folder, with `/`, → its text. */
  texts: Map<string, SourceText>;
  /** Paths of files of any other kind, which nothing reads. */
  others: string[];
}

/** How many folders may lie in one another. */
const MAX_FOLDERS = 4;

/** Every file below `root`, each with the folders above it; a folder that cannot be listed becomes a problem. */
function listFiles(
  root: string,
  folder: string,
  report: (rule: string, message: string, folder: string) => void,
): string[] {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    report(
      "readable-file",
      `Unexpected folder that cannot be read (${code ?? String(error)}), expected content`,
      folder,
    );
    return [];
  }
  return entries
    .filter((entry) => !entry.name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (!entry.isDirectory()) return [path];
      if (path.split("/").length <= MAX_FOLDERS)
        return listFiles(root, path, report);
      report(
        "file-limits",
        `Unexpected folder below ${MAX_FOLDERS} others, which nothing reads, expected it higher up`,
        path,
      );
      return [];
    });
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });

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
    const found = statSync(path);
    // A pipe or a device has no end: reading it would never return.
    if (!found.isFile())
      return fail(
        "readable-file",
        "Unexpected folder or device under the name of a file, expected a text file",
      );
    const most = WRITTEN.has(basename(path)) ? MAX_WRITTEN_BYTES : MAX_BYTES;
    if (found.size > most) {
      return fail(
        "file-limits",
        `Unexpected file of ${found.size} bytes, expected at most ${most}`,
        "split it by topic",
      );
    }
    return UTF8.decode(readFileSync(path));
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
 * Reads every `.yaml` and `.mdx` file below a content folder, the ledger and the pins. The only place that reads the disk.
 * `shownAs` is how the folder is called in reports, e.g. `content`.
 */
export function loadFiles(
  root: string,
  shownAs: string,
  problems: Problem[],
): ContentFiles {
  const texts = new Map<string, SourceText>();
  const others: string[] = [];
  const report = (rule: string, message: string, folder = "") => {
    const place = placeOfFile(folder ? `${shownAs}/${folder}` : shownAs);
    problems.push({ rule, severity: "error", message, place });
  };
  const before = problems.length;
  const names = existsSync(root) ? listFiles(root, "", report) : [];
  if (names.length === 0 && problems.length === before)
    report(
      "missing-file",
      `Unexpected absence of \`${shownAs}\`, expected a folder of content`,
    );
  for (const name of names) {
    if (!/\.(?:yaml|yml|mdx)$/.test(name) && !WRITTEN.has(name)) {
      others.push(name);
      continue;
    }
    const shown = `${shownAs}/${name}`;
    const text = readText(join(root, name), shown, problems);
    if (text !== undefined) texts.set(name, sourceText(shown, text));
  }
  return { root: shownAs, texts, others };
}
