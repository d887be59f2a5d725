/// <reference types="astro/client" />

/** What the pages are made of, told by the script that makes them: a record, or the folder of one that is edited. */
declare var __CONTENT__:
  | {
      record: import("./model/index.ts").AgreementRecord;
      /** By the path of the page. */
      references: ReadonlyMap<
        string,
        import("./exports/cite-files.ts").Reference[]
      >;
    }
  | { folder: string; shownAs: string };
