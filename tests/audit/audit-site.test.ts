import { describe, expect, test } from "vitest";
import { auditSite } from "../../src/audit/audit-site.ts";
import { readPage } from "../../src/audit/read-page.ts";

const page = (body: string) =>
  `<!doctype html><title>x</title><body>${body}</body>`;

function faults(files: { [name: string]: string | undefined }): string[] {
  const all = Object.entries(files);
  const pages = all.flatMap(([name, text]) =>
    name.endsWith(".html") && text !== undefined
      ? [[name, readPage(text)] as const]
      : [],
  );
  return auditSite(new Map(pages), new Map(all)).map(
    (fault) => `${fault.page}: ${fault.message}`,
  );
}

describe("the audit of a built site", () => {
  test("passes links that resolve: to pages, files and fragments, absolute and relative", () => {
    const files = {
      "index.html": page(
        '<a href="/a/#x">a</a><a href="a/">a</a><a href="#top" id="top">t</a><a href="/f.xml">f</a>',
      ),
      "a/index.html": page(
        '<h1 id="x">x</h1><a href="../">up</a><a href="https://other.example/">o</a>',
      ),
      "f.xml": undefined,
    };
    expect(faults(files)).toEqual([]);
  });

  test("finds dead links and dead fragments", () => {
    const files = {
      "index.html": page('<a href="/gone/">x</a>'),
      "a/index.html": page('<a href="/#gone">x</a>'),
    };
    expect(faults(files)).toEqual([
      "index.html: Unexpected link to /gone/, expected a page of the site",
      "a/index.html: Unexpected link to /#gone, expected an id of that page",
    ]);
  });

  test("finds two elements with one id", () => {
    expect(
      faults({ "index.html": page('<p id="a"></p><p id="a"></p>') }),
    ).toEqual([
      "index.html: Unexpected second id `a`, expected each id once a page",
    ]);
  });

  test("finds table cells without an address or a source", () => {
    const cells =
      '<table><tr><td>x</td><td id="a.b" data-state="value">y</td><td id="a.c" data-state="no-entry">-</td></tr></table>';
    expect(faults({ "index.html": page(cells) })).toEqual([
      "index.html: Unexpected table cell without an id, expected an address",
      "index.html: Unexpected cell `a.b` without a source, expected at least one",
    ]);
  });

  test("finds requests to other hosts, in pages and styles, and links that are neither https nor letters", () => {
    const files = {
      "index.html": page(
        '<img src="https://cdn.example/x.png"><a href="javascript:alert(1)">x</a><a href="mailto:a@b.example">x</a>',
      ),
      "a.css": "p{background:url(//cdn.example/y.png)}",
    };
    expect(faults(files)).toEqual([
      "index.html: Unexpected request to cdn.example, expected none to other hosts",
      "index.html: Unexpected link `javascript:alert(1)`, expected https",
      "a.css: Unexpected request to cdn.example, expected none to other hosts",
    ]);
  });

  test("finds inline styles", () => {
    expect(
      faults({ "index.html": page('<p style="color:red">x</p>') }),
    ).toEqual(["index.html: Unexpected 1 inline styles, expected classes"]);
  });
});
