/// <reference types="astro/client" />

/** The folder of a record that is being edited, and what is kept of it from page to page. */
interface EditedContent {
  folder: string;
  shownAs: string;
  kept: import("./model/kept-reads.ts").KeptReads;
}

/** What the pages are made of, told by the script that makes them: a record, or the folder of one that is edited. */
declare var __CONTENT__:
  | {
      record: import("./model/index.ts").AgreementRecord;
      /** What is derived of the whole record. */
      edition: () => import("./derive/edition.ts").Edition;
      calendars: () => import("./exports/calendar/calendars.ts").Calendar[];
      /** By the path of the page. */
      references: ReadonlyMap<
        string,
        import("./exports/cite-files.ts").Reference[]
      >;
      /** By the id of the claim. */
      appearances: ReadonlyMap<
        string,
        import("./derive/appearance.ts").Appearance[]
      >;
    }
  | EditedContent;
