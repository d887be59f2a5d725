import type { AgreementRecord } from "../model/record.ts";
import type { Explanation } from "./explanation.ts";
import { findForm } from "./find-form.ts";
import { nounOf, partOf } from "./name-entry.ts";

/**
 * Explains an address that says in another form what stands elsewhere, a frame or a file: by what it is a form of.
 * `explain` explains an address of the site's pages.
 */
export function explainForm(
  record: AgreementRecord,
  path: string,
  id: string | undefined,
  explain: (address: string) => Explanation | undefined,
): Explanation | undefined {
  const form = findForm(record, path);
  if (!form) return undefined;
  const at = /\.[a-z]+\/$/.test(path) ? path.slice(0, -1) : path;
  const address = id === undefined ? at : `${at}#${id}`;
  if (form.of !== undefined) {
    const of = explain(id === undefined ? form.of : `${form.of}#${id}`);
    return (
      of && {
        ...of,
        address,
        about: `the ${form.is} of ${of.address}, ${of.about}`,
        formOf: of.address,
        drawnBy: form.madeBy,
      }
    );
  }
  if (id !== undefined) return undefined;
  const { entries } = form;
  const parts = entries?.flatMap((entry) => {
    const noun = nounOf(record, entry);
    return noun ? partOf(record, "is in the file", noun, entry.id) : [];
  });
  return {
    address,
    about: entries
      ? `the ${form.is}`
      : `made from the whole record: ${form.is}`,
    parts: parts ?? [{ role: "names the site", what: "site", on: record.site }],
    appearances: [],
    formOf: null,
    drawnBy: form.madeBy,
  };
}
