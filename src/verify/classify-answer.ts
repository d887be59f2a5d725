import type { Verification } from "../model/verification.ts";
import type { Answer } from "./answer.ts";
import { holdsPassage } from "./find-passage.ts";
import { readPage } from "./read-page.ts";
import { isFrontPage, isSamePage, isSignIn } from "./same-page.ts";

export type Judged = Omit<Verification, "id" | "checked" | "last_found">;

/** Answers that refuse the visitor, and so say nothing about the page. 999 is one site's own. */
const REFUSALS = new Set([
  401, 402, 403, 405, 406, 407, 418, 429, 451, 503, 999,
]);

const CHALLENGE =
  /just a moment|attention required|access denied|are you (?:a robot|human)|captcha|pardon our interruption|security check|request blocked/i;
const NOT_FOUND = /^(?:error )?404\b|\b(?:page|file) not found\b|^not found/i;

/** Fewer letters than this are no document, but a frame that a script would fill. */
const MIN_LETTERS = 200;

/**
 * What one answer says about a source: which of its locators the page holds, and the state that follows. A
 * passage that stands there outweighs every sign that the page is not itself.
 */
export function classifyAnswer(
  address: string,
  locators: string[],
  answer: Answer,
): Judged {
  if ("failure" in answer)
    return {
      state: answer.noHost ? "gone" : "unreachable",
      note: answer.failure,
    };
  const { status, cut } = answer;
  if (REFUSALS.has(status) || answer.challenged)
    return { state: "blocked", note: `answered ${status}` };
  if (status === 404 || status === 410)
    return { state: "gone", note: `answered ${status}` };
  if (status < 200 || status > 299)
    return { state: "unreachable", note: `answered ${status}` };

  const to =
    answer.moved && !isSamePage(address, answer.moved)
      ? answer.moved
      : undefined;
  const redirected = !isSamePage(address, answer.url);
  const page = readPage(answer);
  const holds = (locator: string) =>
    page?.texts.some((text) => holdsPassage(text, locator)) ?? false;
  const found = locators.filter(holds);
  const missing = locators.filter((locator) => !holds(locator));
  if (found.length > 0 && missing.length === 0)
    return { state: to ? "moved" : "passage-found", to, found };

  const title = page?.title ?? "";
  if (found.length === 0) {
    if (redirected && isSignIn(answer.url))
      return { state: "blocked", note: "leads to a page to sign in" };
    if (CHALLENGE.test(title))
      return { state: "blocked", note: "asks whether a person is there" };
    if (NOT_FOUND.test(title))
      return { state: "gone", note: "the page says so" };
    if (redirected && isFrontPage(answer.url) && !isFrontPage(address))
      return { state: "gone", note: "leads to the front page" };
  }
  if (!page) return reached(to, `answers as ${answer.type}, which is not read`);
  if (cut === "broken")
    return { state: "unreachable", note: "broke off or took too long" };
  if (cut === "size") return reached(to, "is longer than what is read of it");
  if (locators.length === 0) return reached(to, "no passage of it is cited");
  const letters = Math.max(0, ...page.texts.map((text) => text.length));
  if (found.length === 0 && letters < MIN_LETTERS)
    return reached(to, "holds no text without a script");
  return { state: "page-changed", to, found, missing };
}

/** A page that answers but says nothing about a passage; one that moved for good still has moved. */
function reached(to: string | undefined, note: string): Judged {
  return { state: to ? "moved" : "reached", to, note };
}
