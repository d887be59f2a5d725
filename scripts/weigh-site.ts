import { readFile, stat } from "node:fs/promises";
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
  const files = await listFiles(folder);
  const weights = new Map<string, Promise<number>>();
  const weigh = (name: string) => {
    const known = weights.get(name);
    if (known) return known;
    const fresh = readFile(join(folder, name))
      .then((bytes) => compress(bytes))
      .then(({ length }) => length);
    weights.set(name, fresh);
    return fresh;
  };
  const sum = async (names: string[]) =>
    (await Promise.all(names.map(weigh))).reduce((all, one) => all + one, 0);
  const pages: PageWeight[] = [];
  for (const page of files.filter((name) => name.endsWith(".html"))) {
    const html = await readFile(join(folder, page), "utf8");
    const assets = [
      ...html.matchAll(/(?:href|src)="\/(_assets\/[^"]+\.(?:css|js))"/g),
    ].map((match) => match[1]!);
    const scripts = await sum(assets.filter((name) => name.endsWith(".js")));
    pages.push({ page, all: await sum([page, ...assets]), scripts });
  }
  const fonts = files.filter((name) => name.endsWith(".woff2"));
  const sizes = await Promise.all(
    fonts.map(async (name) => (await readFile(join(folder, name))).length),
  );
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
  for (const name of await listFiles(folder)) {
    const form = extname(name) || basename(name);
    const { files, bytes } = forms.get(form) ?? { files: 0, bytes: 0 };
    const { size } = await stat(join(folder, name));
    forms.set(form, { files: files + 1, bytes: bytes + size });
  }
  return [...forms]
    .map(([form, sum]) => ({ form, ...sum }))
    .sort((a, b) => b.bytes - a.bytes);
}
