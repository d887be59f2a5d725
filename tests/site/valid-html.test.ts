import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { expect, inject, test } from "vitest";
import { listFiles } from "../../scripts/site-files.ts";

/** The rules of the HTML standard; other rules of the validator are matters of taste. */
const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard"],
});

async function faultsOf(folder: string, page: string): Promise<string[]> {
  const html = readFileSync(join(folder, page), "utf8");
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ line, column, ruleId, message }) =>
        `${page}:${line}:${column} ${ruleId}: ${message}`,
    ),
  );
}

test.each([
  ["otherSite", Infinity],
  // Of each kind of page, and of each kind of frame, some: reading all takes minutes.
  ["realSite", 3],
  ["stressSite", 3],
] as const)("the pages of %s are valid HTML", async (site, most) => {
  const { folder } = inject(site);
  const kinds = new Map<string, number>();
  const pages = listFiles(folder).filter((name) => {
    if (!name.endsWith(".html")) return false;
    const kind = name.split("/").slice(0, -2).join("/") || name;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    return kinds.get(kind)! <= most;
  });
  const faults: string[] = [];
  for (const page of pages) faults.push(...(await faultsOf(folder, page)));
  expect(pages.length).toBeGreaterThan(40);
  expect(faults).toEqual([]);
});
