/** Every tag that may have an address, or end what has one. A `>` inside quotes does not end it. */
const TAG = /<(\/?)(h2|h3|th|dt|td|li|tr|div)\b((?:[^>"]|"[^"]*")*)>/g;
const ID = /\sid="([^"]+)"/;

/** Empty, so that it adds nothing to the text of a heading or cell, nor to a copied table; its sign is a style's. */
function linkTo(id: string, part: string): string {
  return `<a class="address" href="#${id}" aria-label="Link to this ${part}"></a>`;
}

/** What a tag with an id is called in the link to itself; undefined of what needs none, and of what is only named. */
function partOf(tag: string, attributes: string): string | undefined {
  // A heading that is not seen.
  if (tag === "h2")
    return attributes.includes(' class="spoken"') ? undefined : "section";
  // A cell of a chooser is a link to a page itself.
  if (tag === "td")
    return attributes.includes(' data-state="link"') ? undefined : "cell";
  return undefined;
}

const NAMED = new Set(["li", "tr", "div"]);

/**
 * Puts a plain link to itself at the end of every section heading, row, cell and entry of a page that has an
 * address. In the page's text and not in each component, so that no part with an address can be forgotten. It reads
 * the text once: this runs over every page.
 */
export function addAddressLinks(html: string): string {
  /** Of each tag that is open the links that go in front of its end. */
  const waiting = new Map<string, string>();
  /** The last list item, row or group with an id, and where it begins: what names it may follow. */
  let named: { id: string; part: string; begins: number } | undefined;
  let linked = "";
  let done = 0;
  for (const {
    0: text,
    1: slash,
    2: tag,
    3: attributes,
    index,
  } of html.matchAll(TAG)) {
    const links = waiting.get(tag!);
    if (slash) {
      if (links === undefined) continue;
      linked += html.slice(done, index) + links;
      done = index;
      waiting.delete(tag!);
      continue;
    }
    const id = ID.exec(attributes!)?.[1];
    if (NAMED.has(tag!)) {
      const begins = index + text.length;
      named =
        id === undefined
          ? undefined
          : { id, part: tag === "tr" ? "row" : "entry", begins };
      continue;
    }
    const own = id === undefined ? undefined : partOf(tag!, attributes!);
    const names =
      tag !== "td" &&
      named !== undefined &&
      html.slice(named.begins, index).trim() === "";
    const all = [
      own !== undefined && linkTo(id!, own),
      names && linkTo(named!.id, named!.part),
    ]
      .filter(Boolean)
      .join("");
    if (all) waiting.set(tag!, all);
    named = undefined;
  }
  return linked + html.slice(done);
}
