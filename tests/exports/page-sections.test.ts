import { expect, test } from "vitest";
import { readSections } from "../../src/exports/page-sections.ts";

const page = (prose: string) =>
  `<!doctype html><main><h1>Rent</h1><div class="prose">${prose}</div><p>After.</p></main>`;

test("reads what stands before the first heading and under each", () => {
  expect(
    readSections(
      page(
        '<p>First.</p><h2 id="who">Who <em>pays</em></h2><p>One.</p><ul><li>Two.</li><li>Three.</li></ul>',
      ),
    ),
  ).toEqual([
    { id: "", title: "", text: "First." },
    { id: "who", title: "Who pays", text: "One. Two. Three." },
  ]);
});

test("leaves out what is no part of the sentence: marks, tables, code, meanings in place", () => {
  const [section] = readSections(
    page(
      `<p>A <button>share</button><span popover>of the fees</span> is paid<sup class="mark">1</sup>.</p>
       <figure class="comparison wide"><table><tr><td>cell</td></tr></table></figure><pre>code</pre>`,
    ),
  );
  expect(section!.text).toBe("A share is paid.");
});

test("leaves out redlines and lists of steps, which are found by their terms", () => {
  const [section] = readSections(
    page(
      `<p>Ten are paid.</p><figure class="redline-block"><p><span class="redline">Ten <del><span class="spoken">removed: </span>a day</del></span></p><figcaption>Rent</figcaption></figure>
       <ol class="timeline"><li>1 May 2020 Ten</li></ol><p>So it was.</p>`,
    ),
  );
  expect(section!.text).toBe("Ten are paid. So it was.");
});

test("ends headings and items like sentences, so that none runs into the next", () => {
  const [section] = readSections(
    page(
      "<h3>Who pays</h3><p>The tenant:</p><ul><li>rent</li><li>fees <em>too</em></li></ul>",
    ),
  );
  expect(section!.text).toBe("Who pays. The tenant: rent. fees too.");
});

test("finds nothing on a page without prose", () => {
  expect(readSections("<p>Plain.</p>")).toEqual([]);
});
