import { describe, expect, test } from "vitest";
import { readPage } from "../../src/verify/read-page.ts";
import { makeAnswer } from "./make-answer.ts";

const read = (html: string | Buffer, type = "text/html") =>
  readPage(makeAnswer("", { bytes: Buffer.from(html), type }));

describe("a page as text", () => {
  test("joins words that markup parts, and parts blocks that markup joins", () => {
    expect(
      read("<p>fo<b>r</b>ty&nbsp;cr&ouml;wns<p>a<br>year<ul><li>x</ul>")?.texts,
    ).toEqual(["forty cröwns a year x"]);
  });

  test("leaves out what nobody reads", () => {
    const html =
      "<title>T</title><script>a</script><style>b</style><template>c</template>d";
    expect(read(html)).toEqual({ title: "T", texts: ["t d"] });
  });

  test("nests as deep as it likes", () => {
    expect(read("<div>".repeat(20_000) + "deep")?.texts).toEqual(["deep"]);
  });

  test.each([
    ["says UTF-8 and is not", "text/html; charset=utf-8", "latin1"],
    ["says Latin-1 and is UTF-8", "text/html; charset=iso-8859-1", "utf8"],
    ["says what does not exist", "text/html; charset=harbour-7", "latin1"],
  ] as const)("is read when it %s", (_, type, encoding) => {
    expect(read(Buffer.from("<p>Quai fermé", encoding), type)?.texts).toContain(
      "quai fermé",
    );
  });

  test("is read by its byte order mark", () => {
    const bytes = Buffer.from("\ufeff<p>Kai geöffnet", "utf16le");
    expect(read(bytes, "text/html; charset=utf-8")?.texts).toEqual([
      "kai geöffnet",
    ]);
  });

  test("is read as its meta element says when the header is silent", () => {
    const bytes = Buffer.concat([
      Buffer.from('<meta charset="windows-1251"><p>'),
      Buffer.from([0xef, 0xe8, 0xf0, 0xf1]),
    ]);
    expect(read(bytes)?.texts).toContain("пирс");
  });

  test("is read as JSON and as plain text", () => {
    expect(
      read('{"a":"\\u0022forty\\u0022 crowns"}', "application/json")?.texts,
    ).toEqual(["a forty crowns"]);
    expect(read("forty < fifty", "text/plain")?.texts).toEqual(["forty fifty"]);
  });

  test("is not read when it is a PDF, whatever the header says", () => {
    expect(read("%PDF-1.7 …", "text/html")).toBeUndefined();
    expect(read("x", "application/pdf")).toBeUndefined();
  });
});
