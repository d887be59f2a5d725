/** Text as HTML: between tags, or as an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** What stands around the words of a frame. */
export interface Surroundings {
  title: string;
  /** The words of the link to the page that it shows. */
  link: string;
  /** What the credit says of the edition, where it is not the present one. */
  edition?: string | undefined;
}

function put(html: string, place: RegExp, text: string): string {
  if (!place.test(html)) throw new Error(`no ${place.source} in the frame`);
  return html.replace(place, () => text);
}

/**
 * A page for a frame on another site. `frame` is the built page whose surroundings it borrows; `main` is HTML;
 * `full` is the whole address of the page that it shows.
 */
export function fillFrame(
  frame: string,
  main: string,
  { title, link, edition }: Surroundings,
  full: string,
): string {
  const place = escapeHtml(full);
  const titled = put(
    frame,
    /<title>[^<]*<\/title>/,
    `<title>${escapeHtml(title)}</title>`,
  );
  const pointed = put(
    titled,
    /<link rel="canonical" href="[^"]*">/,
    `<link rel="canonical" href="${place}">`,
  );
  const credited = put(
    pointed,
    /<a class="full" href="[^"]*"([^>]*)>[^<]*<\/a>/,
    `<a class="full" href="${place}" target="_blank" rel="noopener">${escapeHtml(link)}</a>`,
  );
  const dated =
    edition === undefined
      ? credited
      : put(
          credited,
          /<small class="edition">[^<]*<\/small>/,
          `<small class="edition">${escapeHtml(edition)}</small>`,
        );
  return put(dated, /<main>[^]*<\/main>/, `<main>${main}</main>`);
}
