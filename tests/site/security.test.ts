import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { parse } from "parse5";
import type { DefaultTreeAdapterMap } from "parse5";
import { describe, expect, inject, test } from "vitest";
import { listFiles } from "../../scripts/site-files.ts";
import {
  contentPolicy,
  EARLY_SCRIPT,
} from "../../src/exports/content-policy.ts";

const sites = ["realSite", "otherSite", "stressSite"] as const;

/** What a page may not hold, whatever its content says. */
function faultsOf(html: string, path: string): string[] {
  const faults: string[] = [];
  const policies: string[] = [];
  const visit = (node: DefaultTreeAdapterMap["node"]): void => {
    if ("tagName" in node) {
      const attributes = new Map(
        node.attrs.map(({ name, value }) => [name, value]),
      );
      const text = node.childNodes
        .map((child) => ("value" in child ? child.value : ""))
        .join("");
      if (
        node.tagName === "meta" &&
        attributes.get("http-equiv") === "Content-Security-Policy"
      )
        policies.push(attributes.get("content")!);
      if (
        node.tagName === "script" &&
        !attributes.has("src") &&
        attributes.get("type") !== "application/ld+json" &&
        text !== EARLY_SCRIPT
      )
        faults.push(`an inline script: ${text.slice(0, 60)}`);
      if (/^(?:style|object|embed|base|frame|iframe)$/.test(node.tagName))
        faults.push(`<${node.tagName}>`);
      for (const [name, value] of attributes) {
        if (name === "style" || name.startsWith("on"))
          faults.push(`${name}="${value.slice(0, 60)}"`);
        if (
          /^(?:href|src|action|formaction|srcset|poster|data)$/.test(name) &&
          /^\s*(?:javascript|data|vbscript|file):/i.test(value)
        )
          faults.push(`${name}="${value.slice(0, 60)}"`);
      }
      const target = attributes.get("target");
      if (target === "_blank" && !/noopener/.test(attributes.get("rel") ?? ""))
        faults.push(`a new window without rel=noopener`);
    }
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  if (policies.length !== 1 || policies[0] !== contentPolicy(path))
    faults.push(`policy: ${policies.join(" | ") || "none"}`);
  return faults;
}

describe.each(sites)("the pages of %s", (site) => {
  test("hold no script, style or frame of their own, and say so in their policy", async () => {
    const { folder } = inject(site);
    const pages = listFiles(folder).filter((name) => name.endsWith(".html"));
    const faults = pages.flatMap((name) =>
      faultsOf(
        readFileSync(join(folder, name), "utf8"),
        `/${name.replace(/index\.html$/, "")}`,
      ).map((fault) => `${name}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});

test("every text of more than a packet stands there in compressed form, too", async () => {
  const { folder } = inject("otherSite");
  let compressed = 0;
  for (const name of listFiles(folder)) {
    const bytes = readFileSync(join(folder, name));
    if (bytes.length < 1024 || !/\.(?:html|css|js|xml|json|txt)$/.test(name))
      continue;
    compressed += 1;
    const as = (ending: string) => readFileSync(join(folder, name + ending));
    expect(brotliDecompressSync(as(".br")).equals(bytes), name).toBe(true);
    expect(gunzipSync(as(".gz")).equals(bytes), name).toBe(true);
  }
  expect(compressed).toBeGreaterThan(100);
});

test("hosts are told to frame no page, and to keep only files whose names change", () => {
  const text = readFileSync(
    join(inject("otherSite").folder, "_headers"),
    "utf8",
  );
  const rules = new Map(
    text
      .trimEnd()
      .split(/\n(?! )/)
      .map((rule) => {
        const [path, ...headers] = rule.split("\n  ");
        return [path!, headers] as const;
      }),
  );
  expect(rules.get("/*")).toContain("X-Content-Type-Options: nosniff");
  expect(rules.get("/terms/*")).toContain(
    "Content-Security-Policy: frame-ancestors 'none'",
  );
  expect(rules.get("/_assets/*")).toEqual([
    "Cache-Control: public, max-age=31536000, immutable",
    "Access-Control-Allow-Origin: *",
  ]);
  expect(rules.has("/embed/*")).toBe(false);
});
