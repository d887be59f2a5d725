import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPageMarkdown } from "../../../src/exports/markdown/page.ts";
import { parsePage } from "../../../src/html/tree.ts";
import {
  cellsOf,
  htmlIn,
  linksIn,
  looseNotes,
  readMarkdown,
  wordsOf,
} from "./read-markdown.ts";

const ORIGIN = {
  url: "https://pier.example/rent/",
  edition: "Edition 2026-01-02-0123456789ab",
  asOf: "2026-01-02",
};

const format = (main: string) =>
  formatPageMarkdown(
    parsePage(
      `<!doctype html><nav>Menu</nav><main><h1>Rent</h1>${main}</main>`,
    ),
    ORIGIN,
  );

/** What follows the title and the line below it. */
const body = (main: string) =>
  format(main).split("\n\n").slice(2).join("\n\n").trimEnd();

const mark = (number: number) =>
  `<sup class="mark"><a href="#note-${number}" aria-label="Source note ${number}">${number}</a></sup>`;
const notes = (...items: string[]) =>
  `<section class="notes"><h2 id="sources">Sources</h2><ol>${items.map((item, at) => `<li id="note-${at + 1}" value="${at + 1}">${item}</li>`).join("")}</ol></section>`;

const encode = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;");
/** White space as HTML shows it. */
const shown = (text: string) =>
  text.replace(/[ \t\n\f\r]+/g, " ").replace(/^ | $/g, "");

test("begins with the title, the address, the edition and the day", () => {
  expect(format("<p>Paid yearly.</p>")).toBe(
    "# Rent\n\n<https://pier.example/rent/> · Edition 2026-01-02-0123456789ab · as of 2026-01-02\n\nPaid yearly.\n",
  );
});

test("writes a cell as its words and the marks of its footnotes", () => {
  const cell = `<span class="state"><span aria-hidden="true">…</span> not restated<span class="spoken">: </span></span><span class="entry"><a href="/claims/a/">5 | 6 %</a>${mark(1)}<small><span class="spoken"> (</span>last known: 1998<span class="spoken">)</span></small></span><a class="address" href="#r.c" aria-label="Link to this cell"></a>`;
  const text = body(
    `<figure class="comparison"><details class="choose"><summary>Choose</summary></details><table><caption><span class="spoken">Rent</span><span>Who pays.</span></caption><thead><tr><th>Term</th><th>1998<small>First lease</small></th></tr></thead><tbody><tr><th><a href="/terms/r/">Rate</a><small>How much?</small></th><td id="r.c">${cell}</td></tr></tbody></table></figure>${notes('<span class="citation"><a href="/sources/s/">Town, “Lease”</a>, 1998 <small>(filing)</small> <a class="out" href="https://town.example/a(b)">original</a><span class="archived"> · <a href="https://archive.example/">archived copies</a></span></span><a class="about" href="/claims/a/">the claim</a>')}`,
  );
  expect(text).toMatchInlineSnapshot(`
    "Who pays.

    | Term | 1998 · First lease |
    | --- | --- |
    | [Rate](https://pier.example/terms/r/) · How much? | not restated: [5 \\| 6 %](https://pier.example/claims/a/)[^1] (last known: 1998) |

    ## Sources

    [^1]: [Town, “Lease”](https://pier.example/sources/s/), 1998 (filing) [original](<https://town.example/a(b)>) · [the claim](https://pier.example/claims/a/)"
  `);
});

test("strikes and stresses a redline, and keeps the words said around it outside", () => {
  expect(
    body(
      '<p><span class="redline"><del><span class="spoken">removed: </span>5 %<span class="spoken">;</span></del> <ins><span class="spoken">added: </span>6 %</ins></span></p>',
    ),
  ).toBe("removed: ~~5 %~~; added: **6 %**");
});

test("leaves out controls and drawings, and says what a drawing shows", () => {
  expect(
    body(
      `<nav>Crumbs</nav><form><label>Day</label></form><p hidden>Asked</p><p>The <span class="gloss"><button popovertarget="g">fee</button><span popover id="g">What it is</span></span> is due.</p><figure class="picture"><a class="skip" href="#end">Skip</a><svg class="lanes wide"><title>Rent over time</title><desc>One lane.</desc><text>1998</text></svg><svg class="lanes narrow"><title>Rent over time</title></svg><figcaption><ul class="fills"><li>stated</li></ul><p>One lane.</p><p>Not to scale.</p></figcaption></figure><details class="cite"><summary>Cite this page</summary></details>`,
    ),
  ).toBe(
    "The fee is due.\n\nPicture: Rent over time. One lane.\n\nNot to scale.",
  );
});

test("tells two lists after each other, and names from what is said of them", () => {
  expect(
    body(
      '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><ul><li>d</li></ul><ol><li><h3>1. e</h3><p>f</p></li></ol><dl><div><dt>Name</dt><dd><a href="/x/">9</a><small>of ten</small></dd></div></dl>',
    ),
  ).toMatchInlineSnapshot(`
    "- a
    - b
      - c

    * d

    1. ### 1. e

       f

    - Name: [9](https://pier.example/x/) · of ten"
  `);
});

test("keeps code as it stands", () => {
  expect(
    body(
      '<p><code>a|`b</code></p><pre class="code" data-language="ts"><code><span class="line">x = "```";</span>\n</code></pre>',
    ),
  ).toBe('``a|`b``\n\n````ts\nx = "```";\n````');
});

const HOSTILE = [
  "</script><script>alert(1)</script>",
  "]]>",
  '=HYPERLINK("https://evil.example","x")',
  "| a | b |",
  "\\| \\\\ \\",
  "1. one",
  "- one",
  "# one ##",
  "> one",
  "![x](y)",
  "[^1]: x",
  "[^1]",
  "&lt; &copy; &#35;",
  "*a* _b_ __c__ ~~d~~ `e` ``",
  "snake_case_word _",
  "https://x.example/a_b*c* and www.x.example/*y* a@b.example",
  "---",
  "===",
  "a  \n  b\r\nc",
  "😀 ‮אבג‬ ‏",
  "\u00a0x\u00a0",
  "wow!",
  "x".repeat(5000),
];

/** Any text that a page can hold, and text of the signs that Markdown gives a meaning. */
const anyText = fc
  .oneof(
    fc.constantFrom(...HOSTILE),
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc
      .array(
        fc.constantFrom(
          ..."\\`*_{}[]()<>#+-.!|~&;:@^=/\"'$% \n1aé😀",
          "www.",
          "https://",
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join("")),
  )
  .filter(
    (text) =>
      /\S/.test(text) &&
      !/[\0-\x08\x0B\x0E-\x1F\x7F-\x9F\uFDD0-\uFDD6]/.test(text),
  );

describe("any text comes back whole", () => {
  const law = (
    html: (text: string) => string,
    read: (text: string) => string,
    expected: (text: string) => string = shown,
  ) =>
    fc.assert(
      fc.property(anyText, (text) => {
        const markdown = format(html(encode(text)));
        const root = readMarkdown(markdown);
        expect(shown(read(markdown))).toBe(expected(text));
        expect(htmlIn(root)).toEqual([]);
        expect(looseNotes(root)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  const block = (at: number) => (markdown: string) => {
    const root = readMarkdown(markdown);
    expect(root.children.length).toBe(at + 1);
    return wordsOf(root.children[at]!);
  };

  test("from a paragraph", () => {
    law((text) => `<p>${text}</p>`, block(2));
  });
  test("from a heading", () => {
    law((text) => `<h2>${text}</h2>`, block(2));
  });
  test("from the item of a list", () => {
    law((text) => `<ul><li>${text}</li></ul>`, block(2));
  });
  test("from a cell", () => {
    law(
      (text) =>
        `<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><th>C</th><td>${text}</td></tr></tbody></table>`,
      (markdown) => cellsOf(readMarkdown(markdown))[0]![0]![1]!,
    );
  });
  test("from a link, a code and marked words beside each other", () => {
    law(
      (text) =>
        `<p>a<strong>${text}</strong>${text}<em>${text}</em>!<a href="/x/">${text}</a><del>${text}</del>b<code>${text}</code></p>`,
      block(2),
      (text) => {
        const code = text.replace(/[ \t\n\f\r]+/g, " ");
        return shown(`a${text}${text}${text}!${text}${text}b${code}`);
      },
    );
  });
});

test("leads every link to its address in full", () => {
  const root = readMarkdown(
    format(
      '<p><a href="#a">a</a> <a href="/b/?c=d&amp;copy=1#e">b</a> <a href="https://x.example/(y)?z|">c</a> <a href="mailto:a@b.example">d</a></p>',
    ),
  );
  expect(linksIn(root).slice(1)).toEqual([
    "https://pier.example/rent/#a",
    "https://pier.example/b/?c=d&copy=1#e",
    "https://x.example/(y)?z%7C",
    "mailto:a@b.example",
  ]);
});
