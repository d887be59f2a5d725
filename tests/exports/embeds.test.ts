import { describe, expect, test } from "vitest";
import { formatEmbedPage } from "../../src/exports/embed-page.ts";
import { findEmbed, formatEmbed } from "../../src/exports/embeds.ts";
import { listOembedFiles, oembedPath } from "../../src/exports/oembed.ts";
import { listPages } from "../../src/exports/sitemap.ts";
import { findElement, parsePage } from "../../src/html/tree.ts";
import { makeRecord } from "../derive/make-record.ts";
import { loadChecked } from "../load-fixture.ts";
import { makeFiles } from "./make-files.ts";

const HOSTILE = `"><script>alert(1)</script> ' & ]]> 😀 ‮אב‬ =HYPERLINK("x")`;

const frameIn = (html: string) =>
  new Map(
    findElement(
      parsePage(html),
      ({ tagName }) => tagName === "iframe",
    )!.attrs.map(({ name, value }) => [name, value]),
  );

describe("the lines that embed a part", () => {
  const record = makeRecord(["2020-01-01"], []);

  test("hold any title, and nothing but one frame", () => {
    const embed = {
      kind: "claim",
      path: "/embed/claims/a/",
      width: 640,
      height: 480,
    } as const;
    const html = formatEmbed(record, embed, HOSTILE);
    expect(html).not.toMatch(/<(?!\/?iframe)/);
    const frame = frameIn(html);
    expect(frame.get("title")).toBe(`Site: ${HOSTILE}`);
    expect(frame.get("src")).toBe("https://site.example/embed/claims/a/");
    expect(frame.get("sandbox")).not.toMatch(
      /allow-(?:scripts|same-origin|forms|top-navigation)/,
    );
  });
});

describe.each(["content", "tests/fixtures/minimal"])(
  "the oEmbed documents of %s",
  (folder) => {
    const record = loadChecked(folder);
    const documents = new Map(
      [...makeFiles(listOembedFiles(record))].map(([path, text]) => [
        `/${path}`,
        JSON.parse(text) as { [name: string]: unknown },
      ]),
    );

    test("are there for every page, and as oEmbed 1.0 wants them", () => {
      expect([...documents.keys()]).toEqual(listPages(record).map(oembedPath));
      for (const [path, document] of documents) {
        expect(document, path).toMatchObject({
          version: "1.0",
          provider_name: record.site.name,
        });
        expect(document["title"], path).toMatch(/\S/);
        expect(document["thumbnail_url"], path).toMatch(/^https:\/\/.*\.png$/);
        const rich = document["type"] === "rich";
        expect(rich || document["type"] === "link", path).toBe(true);
        for (const name of ["html", "width", "height"])
          expect(name in document, `${path} ${name}`).toBe(rich);
      }
    });

    test("give a frame to every table, redline and claim, of the size that they say", () => {
      for (const page of listPages(record)) {
        const document = documents.get(oembedPath(page))!;
        const embed = findEmbed(record, page);
        expect(document["type"], page).toBe(
          /^\/(?:tables|compare|claims)\/./.test(page) ? "rich" : "link",
        );
        if (!embed) continue;
        const frame = frameIn(document["html"] as string);
        expect(frame.get("src")).toBe(`${record.site.address}${embed.path}`);
        expect(frame.get("width")).toBe(String(document["width"]));
        expect(frame.get("height")).toBe(String(document["height"]));
      }
    });
  },
);

describe("a page in a frame", () => {
  const FRAME = `<head><title>In a frame</title><link rel="canonical" href="https://pier.example/"></head><body><main><p>How</p></main><a class="full" href="/" target="_blank" rel="noopener">In a frame</a></body>`;
  const make = (main: string) =>
    formatEmbedPage(
      FRAME,
      parsePage(`<main><article>${main}</article></main>`),
      "/claims/a/",
      "https://pier.example",
    );

  test("holds heading, body and sources, and leads out of the frame but to its own notes", () => {
    expect(
      make(
        `<nav>Crumbs</nav><header class="title"><h1>Rent &amp; &lt;b> $&amp;<small>2 changed</small></h1></header><div class="body"><script>x</script><form></form><p><a href="/terms/r/">r</a><a href="#note-1">1</a><a href="#gone">g</a><a rel="nofollow" href="https://x.example/">x</a></p><a class="address" href="#c"></a></div><section class="notes"><ol><li id="note-1">Lease</li></ol></section><details class="cite"></details>`,
      ),
    ).toMatchInlineSnapshot(
      `"<head><title>Rent &amp; &lt;b&gt; $&amp;</title><link rel="canonical" href="https://pier.example/claims/a/"></head><body><main><header class="title"><h1>Rent &amp; &lt;b&gt; $&amp;<small>2 changed</small></h1></header><div class="body"><p><a href="/terms/r/" target="_blank" rel="noopener">r</a><a href="#note-1">1</a><a href="/claims/a/#gone" target="_blank" rel="noopener">g</a><a href="https://x.example/" target="_blank" rel="noopener nofollow">x</a></p></div><section class="notes"><ol><li id="note-1">Lease</li></ol></section></main><a class="full" href="https://pier.example/claims/a/" target="_blank" rel="noopener">Rent &amp; &lt;b&gt; $&amp;</a></body>"`,
    );
  });

  test("is refused where the frame has no place for it", () => {
    expect(() =>
      formatEmbedPage("<main></main>", parsePage("<main></main>"), "/a/", ""),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: no <title>[^<]*<\\/title> in the frame]`,
    );
  });
});
