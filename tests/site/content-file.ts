import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { explainerHead } from "../../src/model/explainer.ts";
import { LEDGER_FILE } from "../../src/model/load.ts";
import { NOUNS } from "../../src/model/nouns.ts";
import { site } from "../../src/model/site.ts";
import { tableSpec } from "../../src/model/table-spec.ts";

/** A content file as a value, and how to write it back. */
export interface ContentFile {
  name: string;
  schema: z.ZodType;
  value: unknown;
  rest: string;
}

export function readFile(
  folder: string,
  path: string,
): ContentFile | undefined {
  if (path === LEDGER_FILE) return undefined;
  const text = readFileSync(join(folder, path), "utf8");
  if (path.endsWith(".mdx")) {
    const [, head, rest] = /^---\n([^]*?)---\n([^]*)$/.exec(text)!;
    return {
      name: "explainers",
      schema: explainerHead,
      value: parse(head!),
      rest: rest!,
    };
  }
  const value: unknown = parse(text);
  if (path === "site.yaml")
    return { name: "site", schema: site, value, rest: "" };
  if (path.startsWith("data/tables/"))
    return { name: "tables", schema: tableSpec, value, rest: "" };
  const noun = Object.entries(NOUNS).find(([, { path: at }]) =>
    `${path}/`.startsWith(`data/${at}/`),
  );
  const schema = noun && z.array(noun[1].schema as z.ZodType);
  return schema && { name: noun[0], schema, value, rest: "" };
}

/** JSON is YAML, and puts each text on a line of its own, so that a problem says which it is about. */
export function formatFile({ name, value, rest }: ContentFile): string {
  const json = `${JSON.stringify(value, undefined, 1)}\n`;
  return name === "explainers" ? `---\n${json}---\n${rest}` : json;
}

export function putAt(
  value: unknown,
  path: (string | number)[],
  text: string,
): void {
  let at = value as { [key: string | number]: unknown };
  for (const step of path.slice(0, -1))
    at = at[step] as { [key: string | number]: unknown };
  at[path.at(-1)!] = text;
}
