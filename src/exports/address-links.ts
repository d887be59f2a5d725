/** Attributes of a tag; a `>` inside quotes does not end it. */
const ATTRIBUTES = String.raw`(?:[^>"]|"[^"]*")*`;
const ID = String.raw`\sid="([^"]+)"`;

const SECTION = new RegExp(
  `(<h2\\b(?=${ATTRIBUTES}${ID})(?!${ATTRIBUTES}\\sclass="spoken")${ATTRIBUTES}>[^]*?)(</h2>)`,
  "g",
);
/** A list item, row or group with an id that begins with what names it. */
const NAMED = new RegExp(
  `(<(li|tr|div)\\b${ATTRIBUTES}${ID}${ATTRIBUTES}>\\s*<(h2|h3|th|dt)\\b${ATTRIBUTES}>[^]*?)(</\\4>)`,
  "g",
);
/** Cells of a table; those of a chooser are links to pages and need none beside them. */
const CELL = new RegExp(
  `(<td\\b(?=${ATTRIBUTES}${ID})(?!${ATTRIBUTES}\\sdata-state="link")${ATTRIBUTES}>[^]*?)(</td>)`,
  "g",
);

/** Empty, so that it adds nothing to the text of a heading or cell, nor to a copied table; its sign is a style's. */
function linkTo(id: string, part: string): string {
  return `<a class="address" href="#${id}" aria-label="Link to this ${part}"></a>`;
}

/**
 * Puts a plain link to itself at the end of every section heading, row, cell and entry of a page that has an
 * address. In the page's text and not in each component, so that no part with an address can be forgotten.
 */
export function addAddressLinks(html: string): string {
  return html
    .replace(
      SECTION,
      (_, before: string, id: string, end: string) =>
        `${before}${linkTo(id, "section")}${end}`,
    )
    .replace(
      NAMED,
      (_, before: string, tag: string, id: string, __, end: string) =>
        `${before}${linkTo(id, tag === "tr" ? "row" : "entry")}${end}`,
    )
    .replace(
      CELL,
      (_, before: string, id: string, end: string) =>
        `${before}${linkTo(id, "cell")}${end}`,
    );
}
