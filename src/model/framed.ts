/**
 * The folder of pages made for frames on other sites. Each says what a page of the site says; so none of them is
 * in the map of the site, the search, the ledger or a citation, and they alone may be framed.
 */
export const FRAMED_FOLDER = "embed";

/** Whether a file of the built site, by its path below it, is a page made for frames. */
export function isFramed(file: string): boolean {
  return file.startsWith(`${FRAMED_FOLDER}/`);
}
