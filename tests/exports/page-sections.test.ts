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

test("finds nothing on a page without prose", () => {
  expect(readSections("<p>Plain.</p>")).toEqual([]);
});
