import type { VFileMessage } from "vfile-message";
import { didYouMean } from "./did-you-mean.ts";
import { EMBEDS } from "./embed.ts";
import { placeAt } from "./place.ts";
import type { SourceText } from "./place.ts";
import type { Problem } from "./problem.ts";

/** Where an editor has to look, and what for. */
interface Cause {
  start: number;
  end?: number | undefined;
  reason: string;
  hint?: string | undefined;
}

export const NO_COMMENT = "remove the comment; explainers hold none";

/** What to do about the parser's other complaints, by their words. */
const HINTS: [RegExp, string][] = [
  [/import\/exports/, "remove it; what a page shows comes through embeds"],
  [/brace|acorn/, "escape a brace as `\\{`"],
  [/closing slash/, "remove the closing tag, or open it before"],
  [/before name|in name/, "escape the sign as `\\<`"],
];

/** The opening tag that the parser names in its words: `<Claim>` (8:107-8:120). */
const OPENED = /`<([^`]*)>` \((\d+):(\d+)-(\d+):(\d+)\)/;

/** The embed that a tag's name was probably meant for. */
function nearEmbed(name: string): string | undefined {
  return Object.hasOwn(EMBEDS, name)
    ? undefined
    : didYouMean(name, Object.keys(EMBEDS));
}

/** A tag that is opened and not closed, or closed under another name. */
function causeInTags(
  source: SourceText,
  reason: string,
  at: number,
): Cause | undefined {
  const opened = OPENED.exec(reason);
  if (!opened) return undefined;
  const name = opened[1]!;
  const [line, column, lastLine, lastColumn] = opened.slice(2).map(Number);
  const start = source.lineStarts[line! - 1]! + column! - 1;
  const end = source.lineStarts[lastLine! - 1]! + lastColumn! - 1;
  const bare = reason.replace(/ \(\d+:\d+-\d+:\d+\)/, "");
  const near = nearEmbed(name);
  if (near !== undefined)
    return { start, end, reason: bare, hint: `did you mean <${near}>?` };
  const closing = /closing tag `<\/([^`]*)>`/.exec(reason)?.[1];
  const meant = closing === undefined ? undefined : nearEmbed(closing);
  return meant === undefined
    ? { start, end, reason: bare, hint: "close the tag, or end it with `/>`" }
    : { start: at, reason: bare, hint: `did you mean </${meant}>?` };
}

/** An attribute whose value does not stand in straight quotes. */
function causeInQuotes(
  source: SourceText,
  reason: string,
  at: number,
): Cause | undefined {
  const nameBefore = (end: number) =>
    /([\w-]+)\s*=\s*$/.exec(
      source.text.slice(Math.max(0, end - 200), end),
    )?.[1];
  const straight = (name: string) => `write ${name}="…" with straight quotes`;
  if (reason.includes("before attribute value")) {
    const name = nameBefore(at);
    if (name === undefined) return undefined;
    const curly = /[\u2018-\u201F\u00AB\u00BB]/.test(source.text[at] ?? "");
    return {
      start: at,
      reason: `a value of \`${name}\` ${curly ? "in curly quotes" : "without quotes"}`,
      hint: straight(name),
    };
  }
  const sign = /closing quote `(["'])`/.exec(reason)?.[1];
  if (sign === undefined) return undefined;
  const start = source.text.lastIndexOf(sign, at - 1);
  const name = nameBefore(start);
  if (start === -1 || name === undefined) return undefined;
  const hint = /^[^>]*[\u2018-\u201F]/.test(source.text.slice(start, at))
    ? straight(name)
    : `close it with \`${sign}\``;
  return { start, reason: `\`${sign}\` is never closed`, hint };
}

function causeOf(source: SourceText, reason: string, at: number): Cause {
  if (source.text.startsWith("<!--", at - 1))
    return {
      start: at - 1,
      end: at + 3,
      reason: "a comment",
      hint: NO_COMMENT,
    };
  const cause =
    causeInTags(source, reason, at) ?? causeInQuotes(source, reason, at);
  if (cause) return cause;
  const brace = reason.includes("brace for `{`");
  return {
    start: brace ? source.text.lastIndexOf("{", at - 1) : at,
    reason,
    hint: HINTS.find(([sign]) => sign.test(reason))?.[1],
  };
}

/** Turns an error of the MDX parser into a problem at the place where an editor has to mend it. */
export function describeMdxError(
  source: SourceText,
  error: VFileMessage,
): Problem {
  const point =
    error.place && "start" in error.place ? error.place.start : error.place;
  const at = point ? source.lineStarts[point.line - 1]! + point.column - 1 : 0;
  const cause = causeOf(source, error.reason.split("\n")[0]!, at);
  return {
    rule: "readable-mdx",
    severity: "error",
    message: `Unexpected MDX, expected a readable file: ${cause.reason}`,
    place: placeAt(source, cause.start, cause.end ?? cause.start + 1),
    hint: cause.hint,
  };
}
