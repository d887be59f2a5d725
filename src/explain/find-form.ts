import { listAlternates } from "../exports/alternates.ts";
import { citePath } from "../exports/cite-item.ts";
import { findEmbed } from "../exports/embeds.ts";
import { findPinPath } from "../exports/find-pin.ts";
import { JSON_NOUNS } from "../exports/json/nouns.ts";
import { listSchemaFiles } from "../exports/json/json-schemas.ts";
import { GUIDE_FILES, RECORD_FILES } from "../exports/data-files.ts";
import { pinPath } from "../exports/pin-page.ts";
import { listPages } from "../exports/sitemap.ts";
import { FRAMED_FOLDER } from "../model/framed.ts";
import { listItems } from "../model/item.ts";
import { NOUNS } from "../model/nouns.ts";
import type { NounName } from "../model/nouns.ts";
import type { AgreementRecord } from "../model/record.ts";

/** An address at which something of the site is said in another form. */
export interface Form {
  /** The form, in words. */
  is: string;
  /** The address, with an id where it has one, of which it is a form. */
  of?: string;
  /** Entries of the content that have no address of their own, where it is made from such. */
  entries?: { id: string }[];
  /** The file of the code that makes it. */
  madeBy: string;
}

const MADE_BY: { [label: string]: string } = {
  Markdown: "src/exports/markdown/page.ts",
  JSON: "src/exports/json/list-json-files.ts",
  CSV: "src/exports/csv/list-csv.ts",
  Calendar: "src/exports/calendar/calendars.ts",
};

/** A page in a frame for other sites, as it is now or as it was when it was pinned. */
function findFrame(record: AgreementRecord, path: string): Form | undefined {
  const folder = `/${FRAMED_FOLDER}`;
  if (path === `${folder}/`)
    return {
      is: "what can be shown in a frame",
      madeBy: "src/pages/embed/index.astro",
    };
  if (!path.startsWith(`${folder}/`)) return undefined;
  const page = path.slice(folder.length);
  const pages = listPages(record);
  if (pages.includes(page) && findEmbed(record, page))
    return {
      is: "frame for other sites",
      of: page,
      madeBy: "src/exports/embed-page.ts",
    };
  const pinned = record.pins?.find((pin) => pinPath(pin) === path);
  const now = page.replace(/[^/]+\/$/, "");
  const of = pinned?.says.page ?? now;
  if (!pages.includes(of) || (!pinned && findPinPath(record, now) !== path))
    return undefined;
  const since = pinned ? ` of edition ${pinned.since}` : "";
  return {
    is: `frame for other sites, pinned to the words${since},`,
    of,
    madeBy: "src/exports/pin-page.ts",
  };
}

/** What a page says, as a file for programs or for those who cite it. */
function findPageFile(record: AgreementRecord, file: string): Form | undefined {
  const [, cited, ending] =
    /^\/cite\/(.+)\.(bib|ris|json|txt)$/.exec(file) ?? [];
  // A sheet of cells, and the description of a sheet, are made with the sheet itself.
  const sheet = file
    .replace(/\.csv-metadata\.json$/, ".csv")
    .replace(/\.cells\.csv$/, ".csv");
  for (const page of listPages(record)) {
    if (cited && ending && citePath(page, ending) === file)
      return {
        is: "citation",
        of: page,
        madeBy: "src/exports/cite-files.ts",
      };
    const one = listAlternates(record, page).find(({ href }) => href === sheet);
    if (!one) continue;
    const { label = "oEmbed" } = one;
    const madeBy = MADE_BY[label] ?? "src/exports/oembed.ts";
    return { is: label, of: page, madeBy };
  }
  return undefined;
}

/** Entries as data that have no page of their own: one, or the list of all. */
function findEntryFile(
  record: AgreementRecord,
  file: string,
): Form | undefined {
  const [, folder, id, ending] =
    /^\/data\/([^/]+)\/([^/]+?)(?:\.cells)?\.(json|csv|csv-metadata\.json)$/.exec(
      file,
    ) ?? [];
  if (id !== "index" && ending !== "json") return undefined;
  const items =
    JSON_NOUNS.find((one) => one.folder === folder)?.itemsOf(record) ??
    // Sheets alone hold these.
    (ending !== "json" && folder && folder in NOUNS
      ? record[folder as NounName]
      : undefined);
  if (!items) return undefined;
  const isSheet = ending !== "json";
  const is = isSheet ? "CSV" : "JSON";
  const madeBy = MADE_BY[is]!;
  if (id === "index")
    return { is: `${is} of all ${folder}`, entries: items, madeBy };
  const entry = items.find((one) => one.id === id);
  if (!entry) return undefined;
  const home = listItems(record).find((one) => one.entry === entry)?.home;
  return home
    ? { is, of: home, madeBy }
    : {
        is: `${is} of an entry without a page of its own`,
        entries: [entry],
        madeBy,
      };
}

/** What an address is a form of, that is no page itself. `path` has slashes at both ends, as addresses of pages do. */
export function findForm(
  record: AgreementRecord,
  path: string,
): Form | undefined {
  const file = path.replace(/\/$/, "");
  const whole = [...RECORD_FILES, ...GUIDE_FILES].find(
    (one) => one.path === file,
  );
  const isSchema = () =>
    [...listSchemaFiles(record.site.address)].some(([name]) => name === file);
  if (whole) return { is: whole.title, madeBy: "src/exports/data-files.ts" };
  return (
    findFrame(record, path) ??
    findPageFile(record, file) ??
    findEntryFile(record, file) ??
    (file.startsWith("/data/schema/") && isSchema()
      ? {
          is: "the JSON Schema of its data",
          madeBy: "src/exports/json/json-schemas.ts",
        }
      : undefined)
  );
}
