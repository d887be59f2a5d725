import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  EVERYWHERE,
  FOREVER,
  formatHeaders,
  listHeaderRules,
  OPEN_FOLDERS,
  UNFRAMED,
} from "../../src/exports/host-headers.ts";
import { loadChecked } from "../load-fixture.ts";

const record = loadChecked("tests/fixtures/minimal");

describe("what hosts send", () => {
  test("comes to every page but those made for frames, and no rule takes back another one", () => {
    const rules = listHeaderRules(record);
    const paths = rules.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain("/");
    expect(paths).toContain("/terms/*");
    expect(paths).not.toContain("/embed/*");
    for (const { headers } of rules.filter(({ path }) => path !== "/*"))
      for (const name of Object.keys(headers))
        expect(Object.keys(EVERYWHERE)).not.toContain(name);
  });

  test("is written as hosts read it", () => {
    expect(formatHeaders(record)).toMatch(
      /^(?:\/\S*\n(?: {2}[A-Z][A-Za-z-]+: [^\n]+\n)+)+$/,
    );
  });

  test.each(["nginx", "caddyfile"])(
    "is what the %s example of docs/publishing.md sends",
    (language) => {
      const example = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(
        readFileSync("docs/publishing.md", "utf8"),
      )![1]!;
      const sets = { ...EVERYWHERE, ...FOREVER };
      for (const value of [
        ...Object.values(sets),
        UNFRAMED["Content-Security-Policy"],
        ...OPEN_FOLDERS,
      ])
        expect(example).toContain(value);
    },
  );
});
