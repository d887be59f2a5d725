import { listChangeDays } from "../derive/change-days.ts";
import { listKnownSpans } from "../derive/known-days.ts";
import { comparePath } from "../derive/redline.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { NounName } from "../model/nouns.ts";
import { citePath } from "./cite-item.ts";
import { NOUN_TITLES, nounFolder } from "./csv/noun-sheets.ts";
import { JSON_NOUNS } from "./json/nouns.ts";
import { schemaPath } from "./json/envelope.ts";

export interface NounFiles {
  name: string;
  about: string;
  count: number;
  files: { label: string; href: string }[];
}

/** What editors note beside the nouns: sheets without JSON of their own. */
const SHEETS: NounName[] = ["exceptions", "moves", "verifications"];

export function listSheets(): { label: string; href: string }[] {
  return SHEETS.map((noun) => ({
    label: NOUN_TITLES[noun].toLowerCase(),
    href: `/data/${nounFolder(noun)}/index.csv`,
  }));
}

/** Each noun with its files for programs. `about` is what one of its files holds. */
export function listNounFiles(record: AgreementRecord): NounFiles[] {
  return JSON_NOUNS.map(({ folder, kinds, itemsOf }) => {
    const [list, item] = kinds;
    const items = itemsOf(record);
    const first = items[0];
    const sheet = !["tables", "explainers"].includes(folder);
    return {
      name: folder.replaceAll("-", " "),
      about: item!.about,
      count: items.length,
      files: [
        { label: "all", href: `/data/${folder}/index.json` },
        ...(first
          ? [{ label: "one", href: `/data/${folder}/${first.id}.json` }]
          : []),
        ...(sheet ? [{ label: "CSV", href: `/data/${folder}/index.csv` }] : []),
        { label: "schema of all", href: schemaPath(list!.name) },
        { label: "schema of one", href: schemaPath(item!.name) },
      ],
    };
  });
}

/** One form in which pages, tables or days can be had, with a file of it to look at. */
export interface Form {
  what: string;
  address: string;
  example: string | undefined;
}

/** The forms of what is not a noun, in the order of the page. Those of which the record has nothing are left out. */
export function listForms(record: AgreementRecord): {
  tables: Form[];
  times: Form[];
  pages: Form[];
} {
  const table = record.tables[0]?.id;
  const claim = record.claims[0]?.id;
  const [from, to] = record.timeline.slice(-2);
  const day = listChangeDays(record).at(-1)?.date;
  const at = (path: string, id: string | undefined) =>
    id === undefined ? undefined : path.replace(/\{[a-z]+\}/, id);
  const form = (what: string, address: string, id: string | undefined) => ({
    what,
    address,
    example: at(address, id),
  });
  const cited = `/claims/${claim}/`;
  const made = (forms: Form[]) =>
    forms.filter(({ example }) => example !== undefined);
  return {
    tables: made([
      form("JSON: rows, cells, sources", "/data/tables/{id}.json", table),
      form("CSV, as the page shows it", "/data/tables/{id}.csv", table),
      form("CSV, a line for each cell", "/data/tables/{id}.cells.csv", table),
      form(
        "What the columns mean (CSVW)",
        "/data/tables/{id}.csv-metadata.json",
        table,
      ),
      form("Markdown with footnotes", "/tables/{id}/index.md", table),
      form("A frame for other sites", "/embed/tables/{id}/", table),
    ]),
    times: made([
      {
        what: "What changed between two versions",
        address: "/data/compare/{from}..{to}.json",
        example:
          from && to
            ? `/data${comparePath(record, from, to).replace(/\/$/, ".json")}`
            : undefined,
      },
      form(
        "The days on which something changed",
        "/data/as-of/index.json",
        day && "",
      ),
      form("What held on such a day", "/data/as-of/{date}.json", day),
      form(
        "What outsiders could know on a day, as Markdown only",
        "/known/{date}/index.md",
        listKnownSpans(record).at(-1)?.date,
      ),
    ]),
    pages: made([
      {
        what: "Markdown beside every page",
        address: "/{page}/index.md",
        example: claim && `${cited}index.md`,
      },
      {
        what: "References, with those of cells: .bib, .ris, .json, .txt",
        address: "/cite/{page}.bib",
        example: claim && citePath(cited, "bib"),
      },
      {
        what: "How to embed the page (oEmbed)",
        address: "/oembed/{page}.json",
        example: claim && `/oembed/claims/${claim}.json`,
      },
    ]),
  };
}
