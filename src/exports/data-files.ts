/** A file that holds much of the record at once, or says what the files are. */
export interface DataFile {
  /** Below the site. */
  path: string;
  title: string;
  type: string;
}

/** The whole record, in each form. */
export const RECORD_FILES: DataFile[] = [
  {
    path: "/data/record.json",
    title: "The whole record as JSON",
    type: "application/json",
  },
  {
    path: "/data/record.zip",
    title:
      "Every table and list as CSV, and the record as JSON, in one archive",
    type: "application/zip",
  },
];

/** What else a program starts from. */
export const GUIDE_FILES: DataFile[] = [
  {
    path: "/data/openapi.json",
    title: "Every address of data, described by OpenAPI",
    type: "application/json",
  },
  {
    path: "/feeds/changes.xml",
    title: "What changes in the record, as an Atom feed",
    type: "application/atom+xml",
  },
  {
    path: "/feeds/dates.ics",
    title: "Dates that matter, as a calendar",
    type: "text/calendar",
  },
  {
    path: "/permalinks.json",
    title: "Every address that readers may rely on",
    type: "application/json",
  },
  {
    path: "/edition.json",
    title: "Every file of this edition with its SHA-256",
    type: "application/json",
  },
];
