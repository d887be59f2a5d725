import type { AgreementRecord } from "./record.ts";
import type { Path } from "./yaml-file.ts";

/** What a rule found, pointing at values; the place in the file is looked up afterwards. */
export interface Finding {
  /** The item at fault, or its line in the ledger. Its `id` is what an exception names. */
  on: { id?: string } | { item: string };
  /** What an exception names where `on` has no id of its own: the page and the words or claim, `rent#2007`. */
  item?: string;
  path?: Path;
  /** Point at the key instead of its value. */
  key?: boolean;
  message: string;
  hint?: string | undefined;
  see?: { on: object; path?: Path; note: string } | undefined;
  /** Warnings do not stop a build. Left out: an error. */
  severity?: "warning";
}

/** One rule across nouns. The file's name is the rule's id. */
export type Rule = (record: AgreementRecord) => Finding[];
