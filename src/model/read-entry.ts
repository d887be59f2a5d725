import { isSeq } from "yaml";
import type { Node } from "yaml";
import type { z } from "zod";
import { describeIssue } from "./describe-issue.ts";
import type { KeptReads } from "./kept-reads.ts";
import type { ContentFiles } from "./load.ts";
import type { Locations } from "./locations.ts";
import type { SourceText } from "./place.ts";
import type { Problem } from "./problem.ts";
import { keysAt } from "./schema-keys.ts";
import { locateYaml, parseYaml } from "./yaml-file.ts";
import type { Path } from "./yaml-file.ts";

/** What reading a content folder works on: its files, where values stand, and what is wrong so far. */
export interface Reading {
  files: ContentFiles;
  locations: Locations;
  problems: Problem[];
  kept: KeptReads | undefined;
}

/** What a file was read as last where its text is the same; a file with problems is read each time. */
export function readFile<T>(
  { kept, problems }: Reading,
  source: SourceText,
  read: () => T,
): T {
  const last = kept?.files.get(source.file);
  if (last?.text === source.text) return last.value as T;
  const before = problems.length;
  const value = read();
  if (problems.length === before)
    kept?.files.set(source.file, { text: source.text, value });
  return value;
}

/** Checks one authored entry against its schema; undefined, with problems, when it does not fit. */
function readEntry<T extends object>(
  reading: Reading,
  schema: z.ZodType<T>,
  source: SourceText,
  node: () => Node | null,
  value: unknown,
): T | undefined {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) {
    reading.locations.remember(result.data, { source, node });
    return result.data;
  }
  const spell = (path: Path) => {
    const { excerpt, column, length } = locateYaml(source, node(), path);
    return excerpt.slice(column - 1, column - 1 + length);
  };
  for (const issue of result.error.issues) {
    for (const found of describeIssue(
      issue,
      keysAt(schema, issue.path, value),
      spell,
    )) {
      reading.problems.push({
        rule: found.rule,
        severity: "error",
        message: found.message,
        place: locateYaml(source, node(), found.path, found.key),
        hint: found.hint,
      });
    }
  }
  return undefined;
}

/** The entries of a file that holds a list; those that do not fit become problems. */
export function readList<T extends object>(
  reading: Reading,
  schema: z.ZodType<T>,
  source: SourceText,
): T[] {
  const file = parseYaml(source, source.text, reading.problems);
  if (!file || file.value === null) return [];
  if (!Array.isArray(file.value)) {
    reading.problems.push({
      rule: "value-type",
      severity: "error",
      message: "Unexpected content, expected a list of entries",
      place: locateYaml(source, file.root(), []),
      hint: "begin each entry with `- id:`",
    });
    return [];
  }
  const nodeAt = (index: number) => {
    const root = file.root();
    return isSeq(root) ? ((root.items[index] ?? null) as Node | null) : null;
  };
  return file.value.flatMap(
    (value, index) =>
      readEntry(reading, schema, source, () => nodeAt(index), value) ?? [],
  );
}

/** The single entry that a file is, or that `text` holds: the file with all else blanked. */
export function readOne<T extends object>(
  reading: Reading,
  schema: z.ZodType<T>,
  source: SourceText,
  text: string,
): T | undefined {
  const file = parseYaml(source, text, reading.problems);
  if (!file) return undefined;
  return readEntry(reading, schema, source, file.root, file.value ?? {});
}
