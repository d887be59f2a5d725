import type { AgreementRecord } from "../model/record.ts";
import type { Verification } from "../model/verification.ts";
import { formatDate, formatOnDate } from "./format-date.ts";

/** What a visit found at a source's address, in words, without the day. */
const STATES: { [state in Verification["state"]]: string } = {
  "passage-found": "passages found",
  "page-changed":
    "not every passage found; the page has changed or words it otherwise",
  "only-in-archive": "found only in an archived copy",
  moved: "moved to another address",
  gone: "the page is gone",
  blocked: "the host refused our program; readers may still get in",
  reached: "the page answers; a program could not look for passages",
  unreachable: "no usable answer",
};

/** The same beside one citation, for states in which its passage was neither found nor missed. */
const AT_CITATION: { [state in Verification["state"]]?: string } = {
  "only-in-archive": "only in an archived copy",
  moved: "page moved",
  gone: "page gone",
  blocked: "our program was refused",
  unreachable: "page did not answer",
};

/**
 * What the last visit says about one citation: whether its passage was found, and when. Undefined when nobody has
 * looked for it, which is not the same as missing.
 */
export function formatCheck(
  record: AgreementRecord,
  sourceId: string,
  locator: string | undefined,
): string | undefined {
  const entry = record.byId.verifications.get(sourceId);
  if (!entry) return undefined;
  const on = formatDate(entry.checked);
  if (locator !== undefined && entry.found?.includes(locator))
    return `passage found ${on}`;
  if (locator !== undefined && entry.missing?.includes(locator)) {
    return entry.state === "only-in-archive"
      ? `passage only in an archived copy, ${on}`
      : `passage not found ${on}`;
  }
  const words = AT_CITATION[entry.state];
  return words && `${words} ${formatOnDate(entry.checked)}`;
}

/** The last visit to a source, for its own page. */
export interface Check {
  words: string;
  /** Where the page is now, or where its copy is kept. */
  links: { href: string; label: string }[];
}

export function deriveCheck(record: AgreementRecord, sourceId: string): Check {
  const entry = record.byId.verifications.get(sourceId);
  if (!entry)
    return { words: "Passages not yet checked by a program", links: [] };
  const { state, checked, found = [], missing = [], to, copy } = entry;
  const total = found.length + missing.length;
  const counted =
    total > 0 && `passages: ${found.length} of ${total} found on the page`;
  const last =
    entry.last_found && `all last found ${formatOnDate(entry.last_found)}`;
  const more = [counted, last].filter(Boolean).join("; ");
  return {
    words: `${formatDate(checked)}: ${STATES[state]}${more && ` (${more})`}`,
    links: [
      ...(to ? [{ href: to, label: "new address" }] : []),
      ...(copy ? [{ href: copy, label: "archived copy" }] : []),
    ],
  };
}
