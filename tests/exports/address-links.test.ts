import { expect, test } from "vitest";
import { addAddressLinks } from "../../src/exports/address-links.ts";

const link = (id: string, part: string) =>
  `<a class="address" href="#${id}" aria-label="Link to this ${part}"></a>`;

test("links a section's heading to itself, however it is marked up", () => {
  expect(addAddressLinks('<h2 id="a">A <em>b</em></h2>')).toBe(
    `<h2 id="a">A <em>b</em>${link("a", "section")}</h2>`,
  );
  expect(addAddressLinks('<h2 title="a > b" id="é">A</h2>')).toBe(
    `<h2 title="a > b" id="é">A${link("é", "section")}</h2>`,
  );
});

test("leaves headings alone that have no address or are not seen", () => {
  for (const html of ["<h2>A</h2>", '<h2 id="a" class="spoken">A</h2>'])
    expect(addAddressLinks(html)).toBe(html);
});

test("links rows, cells and entries", () => {
  expect(
    addAddressLinks(
      '<tr id="r"> <th scope="row">R</th><td id="r.c" data-column="a > b">1</td><td>2</td></tr>',
    ),
  ).toBe(
    `<tr id="r"> <th scope="row">R${link("r", "row")}</th><td id="r.c" data-column="a > b">1${link("r.c", "cell")}</td><td>2</td></tr>`,
  );
  expect(
    addAddressLinks('<li id="e">\n<h3><a href="/">E</a></h3><p>x</p></li>'),
  ).toBe(
    `<li id="e">\n<h3><a href="/">E</a>${link("e", "entry")}</h3><p>x</p></li>`,
  );
  expect(addAddressLinks('<div id="w"><dt>W</dt></div>')).toBe(
    `<div id="w"><dt>W${link("w", "entry")}</dt></div>`,
  );
});

test("leaves cells of a chooser alone, which are links themselves", () => {
  const html = '<td id="a" data-state="link"><a href="/">a</a></td>';
  expect(addAddressLinks(html)).toBe(html);
});
