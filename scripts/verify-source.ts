import type { Source } from "../src/model/source.ts";
import type { Verification } from "../src/model/verification.ts";
import type { PageAnswer } from "../src/verify/answer.ts";
import {
  archiveQuestion,
  bareCopy,
  readArchiveReply,
} from "../src/verify/archive.ts";
import { classifyAnswer } from "../src/verify/classify-answer.ts";
import { decodeBody } from "../src/verify/decode-body.ts";
import type { Visitor } from "./visit-address.ts";

export interface SourceCheck {
  visitor: Visitor;
  /** Where to ask for a copy of a page that lost its passage; undefined: ask nobody. */
  archive: string | undefined;
  /** Today, as `YYYY-MM-DD`. */
  today: string;
}

const textOf = ({ bytes, type }: PageAnswer) =>
  decodeBody(bytes, type, false)[0] ?? "";

/** The archive's copy of the source from near its date, when it holds every one of the locators. */
async function findCopy(
  { visitor, archive }: SourceCheck,
  source: Source,
  locators: string[],
): Promise<string | undefined> {
  if (archive === undefined) return undefined;
  const reply = await visitor.visit(
    archiveQuestion(archive, source.url, source.published),
  );
  if ("failure" in reply || reply.status !== 200) return undefined;
  const copy = readArchiveReply(textOf(reply));
  if (!copy) return undefined;
  const answer = await visitor.visit(bareCopy(copy));
  if (locators.length === 0)
    return "status" in answer && answer.status === 200 ? copy : undefined;
  const { found } = classifyAnswer(copy, locators, answer);
  return found?.length === locators.length ? copy : undefined;
}

/** The last day before this visit on which every passage stood on the page. */
function lastFound(earlier: Verification | undefined): string | undefined {
  if (!earlier) return undefined;
  const all = earlier.found?.length && !earlier.missing?.length;
  return all ? earlier.checked : earlier.last_found;
}

/**
 * Visits one source, and its copy in the archive when the page no longer shows the passages. A refusal does not
 * send us to the archive: it says nothing about the page.
 */
export async function verifySource(
  check: SourceCheck,
  source: Source,
  locators: string[],
  earlier: Verification | undefined,
): Promise<Verification> {
  const answer = await check.visitor.visit(source.url);
  let judged = classifyAnswer(source.url, locators, answer);
  if (judged.state === "page-changed" || judged.state === "gone") {
    const missing = judged.missing ?? locators;
    const copy = await findCopy(check, source, missing);
    if (copy) judged = { ...judged, state: "only-in-archive", copy, missing };
  }
  const all = judged.found?.length && !judged.missing?.length;
  const last_found = all ? undefined : lastFound(earlier);
  return { id: source.id, checked: check.today, last_found, ...judged };
}
