import { stringify } from "csv-stringify/sync";

/** What stands between the entries of a list in one cell. */
export const LIST_SEPARATOR = "|";

/** A column of a sheet, with what a program must know to read it. */
export interface CsvColumn {
  /** For programs: letters, digits and `_`. */
  name: string;
  /** What the first line says. */
  title: string;
  description?: string | undefined;
  /** A name of XML Schema's types, or text of a form. */
  datatype:
    | "string"
    | "anyURI"
    | "decimal"
    | "boolean"
    | { base: "string"; format: string };
  /** True where a cell holds entries with `LIST_SEPARATOR` between them. */
  list?: boolean;
}

export type CsvValue = string | number | boolean | string[] | undefined;

/** A sheet before it is text. */
export interface CsvSheet {
  title: string;
  description: string;
  columns: CsvColumn[];
  /** The names of the columns that together tell one line from another. */
  primaryKey: string[];
  /** The column with the address of what a line is about. */
  about?: string;
  rows: CsvValue[][];
}

/** A sheet before it is made. */
export interface SheetFile {
  /** The path below the site, without a slash in front. */
  path: string;
  make: () => CsvSheet;
}

/** What a spreadsheet could take for the beginning of a formula, and the sign that marks such a cell. */
const RUNS = /^(?:'|[\s\p{Z}\p{C}]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|[\t\r\n])/u;

/**
 * Words that no spreadsheet runs as a formula. What could begin one gets an apostrophe in front, and so does what
 * begins with an apostrophe: a reader who drops one apostrophe from each cell that begins with one has the words.
 */
export function defuse(words: string): string {
  return RUNS.test(words) ? `'${words}` : words;
}

/** A list as one cell: a `|` or `\` of an entry's own has a `\` before it. */
function joinList(entries: string[]): string {
  return entries
    .map((entry) => entry.replace(/[\\|]/g, (sign) => `\\${sign}`))
    .join(LIST_SEPARATOR);
}

function cellText(value: CsvValue): string {
  if (value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean")
    return String(value);
  return defuse(typeof value === "string" ? value : joinList(value));
}

/**
 * A sheet as RFC 4180 has it: commas, CRLF, quotes doubled. It begins with the mark of UTF-8, without which
 * spreadsheets read a dash or an accent as other signs; whoever decodes UTF-8 drops it.
 */
export function formatCsv({ columns, rows }: CsvSheet): string {
  return stringify(
    [
      columns.map(({ title }) => defuse(title)),
      ...rows.map((row) => row.map(cellText)),
    ],
    { bom: true, record_delimiter: "\r\n", quoted_match: /[\r\n]/ },
  );
}
