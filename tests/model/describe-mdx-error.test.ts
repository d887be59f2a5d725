import { describe, expect, test } from "vitest";
import { formatReport, loadRecord } from "../../src/model/index.ts";
import { copyMinimal, replaceIn } from "./copy-minimal.ts";

/** The report on a page that ends with other words, without the count of problems. */
function reportOn(words: string): string {
  const folder = copyMinimal();
  replaceIn(
    folder,
    "explainers/about.mdx",
    "Everything here is invented",
    words,
  );
  const { problems } = loadRecord(folder, "content");
  return formatReport(problems).split("\n").slice(0, -1).join("\n");
}

describe("a mistake in MDX", () => {
  test("is shown at the tag that is never closed", () => {
    expect(reportOn('x <Claim id="a">open.')).toMatchInlineSnapshot(`
      "content/explainers/about.mdx:7:76 Unexpected MDX, expected a readable file: Expected a closing tag for \`<Claim>\` before the end of \`paragraph\` [readable-mdx]
        7 | The newest article read is of <Date source="tide-gazette-2007-10-05" />. x <Claim id="a">open., < and & included.
          |                                                                            ^^^^^^^^^^^^^^
        hint: close the tag, or end it with \`/>\`"
    `);
  });

  test("is shown at a tag in small letters, with the name that was meant", () => {
    expect(reportOn('x <claim id="a">open</Claim>.')).toMatchInlineSnapshot(`
      "content/explainers/about.mdx:7:76 Unexpected MDX, expected a readable file: Unexpected closing tag \`</Claim>\`, expected corresponding closing tag for \`<claim>\` [readable-mdx]
        7 | The newest article read is of <Date source="tide-gazette-2007-10-05" />. x <claim id="a">open</Claim>., < and & included.
          |                                                                            ^^^^^^^^^^^^^^
        hint: did you mean <Claim>?"
    `);
  });

  test("is shown at a closing tag in small letters", () => {
    expect(reportOn('x <Claim id="a">open</claim>.')).toMatchInlineSnapshot(`
      "content/explainers/about.mdx:7:94 Unexpected MDX, expected a readable file: Unexpected closing tag \`</claim>\`, expected corresponding closing tag for \`<Claim>\` [readable-mdx]
        7 | The newest article read is of <Date source="tide-gazette-2007-10-05" />. x <Claim id="a">open</claim>., < and & included.
          |                                                                                              ^
        hint: did you mean </Claim>?"
    `);
  });

  test("is shown at a closing tag that closes nothing", () => {
    expect(reportOn("x open</Claim>.")).toMatchInlineSnapshot(`
      "content/explainers/about.mdx:7:81 Unexpected MDX, expected a readable file: Unexpected closing slash \`/\` in tag, expected an open tag first [readable-mdx]
        7 | The newest article read is of <Date source="tide-gazette-2007-10-05" />. x open</Claim>., < and & included.
          |                                                                                 ^
        hint: remove the closing tag, or open it before"
    `);
  });

  test("is shown at curly quotes", () => {
    expect(reportOn("x <Claim id=“a”>open</Claim>.")).toMatchInlineSnapshot(`
      "content/explainers/about.mdx:7:86 Unexpected MDX, expected a readable file: a value of \`id\` in curly quotes [readable-mdx]
        7 | The newest article read is of <Date source="tide-gazette-2007-10-05" />. x <Claim id=“a”>open</Claim>., < and & included.
          |                                                                                      ^
        hint: write id="…" with straight quotes"
    `);
  });

  test("is shown at a quote that a curly one was to close", () => {
    expect(reportOn('x <Claim id="a”>open</Claim>.')).toMatchInlineSnapshot(`
      "content/explainers/about.mdx:7:86 Unexpected MDX, expected a readable file: \`"\` is never closed [readable-mdx]
        7 | The newest article read is of <Date source="tide-gazette-2007-10-05" />. x <Claim id="a”>open</Claim>., < and & included.
          |                                                                                      ^
        hint: write id="…" with straight quotes"
    `);
  });

  test("is shown at a value without quotes", () => {
    expect(reportOn("x <Claim id=a>open</Claim>.")).toMatchInlineSnapshot(`
      "content/explainers/about.mdx:7:86 Unexpected MDX, expected a readable file: a value of \`id\` without quotes [readable-mdx]
        7 | The newest article read is of <Date source="tide-gazette-2007-10-05" />. x <Claim id=a>open</Claim>., < and & included.
          |                                                                                      ^
        hint: write id="…" with straight quotes"
    `);
  });

  test("is shown at a comment in either form", () => {
    expect(reportOn("x <!-- y -->")).toMatchInlineSnapshot(`
      "content/explainers/about.mdx:7:76 Unexpected MDX, expected a readable file: a comment [readable-mdx]
        7 | The newest article read is of <Date source="tide-gazette-2007-10-05" />. x <!-- y -->, < and & included.
          |                                                                            ^^^^
        hint: remove the comment; explainers hold none"
    `);
    expect(reportOn("x {/* y */}")).toMatchInlineSnapshot(`
      "content/explainers/about.mdx:7:76 Unexpected code, expected prose and embeds only [readable-mdx]
        7 | The newest article read is of <Date source="tide-gazette-2007-10-05" />. x {/* y */}, < and & included.
          |                                                                            ^^^^^^^^^
        hint: remove the comment; explainers hold none"
    `);
  });
});
