import { FRAMED_FOLDER } from "../model/framed.ts";
import type { AgreementRecord } from "../model/record.ts";
import { escapeHtml } from "./fill-frame.ts";
import { findSitePage } from "./site-page.ts";

/** A part of the site as a frame on another one. */
export interface Embed {
  /** What it is, in a word. */
  kind: "table" | "redline" | "claim";
  /** With slashes at both ends. */
  path: string;
  /** The frame's size in pixels, for those who set none; it fits any from 320 pixels. */
  width: number;
  height: number;
}

/** The frame of what a page shows; undefined where a page has none. */
export function findEmbed(
  record: AgreementRecord,
  page: string,
): Embed | undefined {
  const path = `/${FRAMED_FOLDER}${page}`;
  switch (findSitePage(record, page).kind) {
    case "table":
      return { kind: "table", path, width: 800, height: 520 };
    case "pair":
      return { kind: "redline", path, width: 720, height: 640 };
    case "claim":
      return { kind: "claim", path, width: 640, height: 480 };
    default:
      return undefined;
  }
}

/**
 * The HTML that puts a frame into a page. The frame runs no script, and may open what it links to in a window of
 * its own; its colours follow those of the page around it.
 */
export function formatEmbed(
  { site }: AgreementRecord,
  { path, width, height }: Embed,
  title: string,
): string {
  const attributes = Object.entries({
    src: `${site.address}${path}`,
    title: `${site.name}: ${title}`,
    width: String(width),
    height: String(height),
    style: "max-width: 100%; border: 0; color-scheme: light dark",
    sandbox: "allow-popups allow-popups-to-escape-sandbox",
    loading: "lazy",
  }).map(([name, value]) => `${name}="${escapeHtml(value)}"`);
  return `<iframe ${attributes.join(" ")}></iframe>`;
}
