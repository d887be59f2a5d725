import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import ICAL from "ical.js";
import Papa from "papaparse";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { listFiles } from "../../scripts/site-files.ts";
import { ALL_DATES } from "../../src/exports/calendar/calendars.ts";

// Every file of the site of hostile content, by what its name ends in: a format that is new is read when it comes.
const { folder } = inject("stressSite");

let files: string[];
beforeAll(async () => {
  files = listFiles(folder);
});

/** Reading all of so many alike takes a parser of others half a minute. */
const isRead = (name: string, at: number) =>
  !/^(?:[a-z]+\/)?compare\//.test(name) || at % 20 === 0;

/** What is wrong with the files of an ending, a line each. */
const faultsIn = (ending: string, find: (text: string) => unknown[]) =>
  files
    .filter((name) => name.endsWith(ending))
    .filter(isRead)
    .flatMap((name) =>
      find(readFileSync(join(folder, name), "utf8")).map(
        (fault) => `${name}: ${String(fault).slice(0, 200)}`,
      ),
    );

/** Lines that are not of a form. */
const linesBut = (form: RegExp) => (text: string) =>
  text.split("\n").filter((line) => line !== "" && !form.test(line));

describe("hostile words in files for programs", () => {
  test("make no file but where files stand, and no link to one", async () => {
    const entries = await readdir(folder, {
      recursive: true,
      withFileTypes: true,
    });
    const odd = entries
      .filter((entry) => !entry.isFile() && !entry.isDirectory())
      .map(({ name }) => name);
    expect(odd).toEqual([]);
    expect(
      entries.map(({ name }) => name).filter((name) => !/^[\w.-]+$/.test(name)),
    ).toEqual([]);
  });

  test("leave JSON whole", () => {
    const find = (text: string) => {
      try {
        JSON.parse(text);
        return [];
      } catch (error) {
        return [error];
      }
    };
    expect(
      files.filter((name) => name.endsWith(".json")).length,
    ).toBeGreaterThan(500);
    expect(faultsIn(".json", find)).toEqual([]);
    expect(faultsIn(".webmanifest", find)).toEqual([]);
  });

  test("add no header, no path, no rule for crawlers and no page", () => {
    const header =
      /^(?:\/(?:[\w.-]+(?:\/\*)?|\*)?|  (?:X-Content-Type-Options|Referrer-Policy|Permissions-Policy|Cross-Origin-Opener-Policy|Strict-Transport-Security|Content-Security-Policy|X-Frame-Options|Cache-Control|Access-Control-Allow-Origin|Content-Type): [\w\-=(),;'* ]+)$/;
    expect(faultsIn("_headers", linesBut(header))).toEqual([]);
    expect(
      faultsIn("robots.txt", linesBut(/^(?:User-agent|Allow|Sitemap): \S+$/)),
    ).toEqual([]);
    const addresses = (text: string) =>
      [...text.matchAll(/<loc>(.*?)<\/loc>/gs)]
        .map(([, address]) => address!)
        .filter(
          (address) =>
            !/^https:\/\/pier-four\.example\/[\w./-]*$/.test(address) ||
            address.includes("/../"),
        );
    expect(faultsIn("sitemap.xml", addresses)).toEqual([]);
  });

  test("begin no entry and end none in citations", () => {
    expect(faultsIn(".ris", linesBut(/^[A-Z][A-Z\d] {2}- ?/))).toEqual([]);
    // An end stands last, and nothing follows it but the next beginning.
    expect(
      faultsIn(".ris", (text) => [
        ...text.matchAll(/^ER {2}-.*\n+(?!TY {2}- |$).*/gm),
      ]),
    ).toEqual([]);
    expect(
      faultsIn(
        ".bib",
        linesBut(/^(?:@[a-z]+\{[\w.:/-]+,|\t[a-z]+ = \{.*\},|\})$/),
      ),
    ).toEqual([]);
  });

  test("become no markup and no program's address in Markdown", () => {
    const reader = unified().use(remarkParse);
    const find = (text: string) => {
      const faults: string[] = [];
      visit(reader.parse(text), (node) => {
        if (node.type === "html") faults.push(node.value);
        if (
          (node.type === "link" ||
            node.type === "definition" ||
            node.type === "image") &&
          /^(?!https:|mailto:)[a-z][a-z\d+.-]*:/i.test(node.url)
        )
          faults.push(node.url);
      });
      return faults;
    };
    expect(faultsIn(".md", find)).toEqual([]);
  });

  test("run in no cell of a sheet", () => {
    const find = (text: string) =>
      Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { delimiter: "," })
        .data.flat()
        .filter((cell) => /^[\s\0]*[=+\-@＝＋－＠]/.test(cell))
        .filter((cell) => !/^-?\d+(?:\.\d+)?$/.test(cell));
    expect(files.some((name) => name.endsWith(".csv"))).toBe(true);
    expect(faultsIn(".csv", find)).toEqual([]);
  });

  test("add no property and no part to a calendar", () => {
    const partsOf = (ics: string) => {
      const parts = new Set<string>();
      const see = (component: ICAL.Component) => {
        for (const { name } of component.getAllProperties())
          parts.add(`${component.name}.${name}`);
        component.getAllSubcomponents().forEach(see);
      };
      see(new ICAL.Component(ICAL.parse(ics) as unknown[]));
      return parts;
    };
    const harmless = partsOf(
      readFileSync(join(inject("realSite").folder, ALL_DATES), "utf8"),
    );
    const find = (text: string) => [...partsOf(text).difference(harmless)];
    expect(files.some((name) => name.endsWith(".ics"))).toBe(true);
    expect(faultsIn(".ics", find)).toEqual([]);
  });
});
