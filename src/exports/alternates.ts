import { markdownPath } from "./markdown/page.ts";
import { oembedPath } from "./oembed.ts";

/** A page in another form, as its head names it. */
export interface Alternate {
  type: string;
  /** Below the site. */
  href: string;
  title: string;
}

/** The other forms of a page of the site map. */
export function listAlternates(path: string): Alternate[] {
  return [
    {
      type: "text/markdown",
      href: markdownPath(path),
      title: "This page as Markdown",
    },
    {
      type: "application/json+oembed",
      href: oembedPath(path),
      title: "How to show this page on another site (oEmbed)",
    },
  ];
}
