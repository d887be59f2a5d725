import { readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { listFiles } from "./site-files.ts";

const compress = promisify(brotliCompress);

/** What a reader's browser loads for a page the first time, without fonts and images; bytes after Brotli. */
export interface PageWeight {
  page: string;
  /** HTML, styles and scripts. */
  all: number;
  scripts: number;
}

export interface SiteWeight {
  /** Heaviest first. */
  pages: PageWeight[];
  fonts: number;
}

/** Weighs each page of a built site with the styles and scripts that it names. */
export async function weighSite(folder: string): Promise<SiteWeight> {
  const files = listFiles(folder);
  const weights = new Map<string, Promise<number>>();
  const weigh = (name: string) => {
    const known = weights.get(name);
    if (known) return known;
    const fresh = compress(readFileSync(join(folder, name))).then(
      ({ length }) => length,
    );
    weights.set(name, fresh);
    return fresh;
  };
  const sum = async (names: string[]) =>
    (await Promise.all(names.map(weigh))).reduce((all, one) => all + one, 0);
  const pages: PageWeight[] = [];
  for (const page of files.filter((name) => name.endsWith(".html"))) {
    const html = readFileSync(join(folder, page), "utf8");
    const assets = [
      ...html.matchAll(/(?:href|src)="\/(_assets\/[^"]+\.(?:css|js))"/g),
    ].map((match) => match[1]!);
    const scripts = await sum(assets.filter((name) => name.endsWith(".js")));
    pages.push({ page, all: await sum([page, ...assets]), scripts });
  }
  const fonts = files.filter((name) => name.endsWith(".woff2"));
  const sizes = fonts.map((name) => statSync(join(folder, name)).size);
  return {
    pages: pages.sort((a, b) => b.all - a.all),
    fonts: sizes.reduce((all, one) => all + one, 0),
  };
}

/** What each form of a site comes to: of all files with one ending. */
export async function sizeForms(
  folder: string,
): Promise<{ form: string; files: number; bytes: number }[]> {
  const forms = new Map<string, { files: number; bytes: number }>();
  for (const name of listFiles(folder)) {
    const form = extname(name) || basename(name);
    const { files, bytes } = forms.get(form) ?? { files: 0, bytes: 0 };
    const { size } = statSync(join(folder, name));
    forms.set(form, { files: files + 1, bytes: bytes + size });
  }
  return [...forms]
    .map(([form, sum]) => ({ form, ...sum }))
    .sort((a, b) => b.bytes - a.bytes);
}
