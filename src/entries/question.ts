import type { z } from "zod";
import { didYouMean } from "../model/did-you-mean.ts";
import type { AgreementRecord } from "../model/index.ts";

/** What an editor answered, by key; empty text means "none". `today` is told by the command, which has a clock. */
export interface Answers {
  [key: string]: string | undefined;
}

/** One thing to ask for a new entry. Its key is the flag's name, and the entry's where they are the same. */
export interface Question {
  key: string;
  /** What is asked, in a few words. */
  words: string;
  /** Whether it is asked at all, given the answers so far. A flag is heard even so, and judged by the rules. */
  when?(record: AgreementRecord, answers: Answers): boolean;
  /** The only values there are, the likeliest first. */
  allowed?(record: AgreementRecord, answers: Answers): string[];
  /** Values that are there already, where a new one will do as well. */
  examples?(record: AgreementRecord, answers: Answers): string[];
  /** What an empty answer means; undefined where there must be one. */
  fallback?(record: AgreementRecord, answers: Answers): string | undefined;
  /** What a free answer must be. */
  schema?: z.ZodType<string>;
  /** What a rule of `npm run check` says to a free answer. */
  judge?(answer: string): Refusal | undefined;
  /** What each of the allowed values means. */
  meanings?: { [value: string]: string };
  /** Several values, with commas between them. */
  many?: boolean;
}

/** What is wrong with an answer, in the form of every other problem. */
export interface Refusal {
  message: string;
  hint?: string | undefined;
}

/** A longer list is shown in part: it would fill the terminal. */
const MAX_WHOLE = 40;
const MAX_SHOWN = 8;

/** An answer with commas as a list. */
export function listOf(answer: string | undefined): string[] {
  return (answer ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The allowed values for a terminal: all, or of a long list the first and how many more there are. */
export function showAllowed(values: readonly string[]): string {
  const most = values.length > MAX_WHOLE ? MAX_SHOWN : MAX_WHOLE;
  const shown = values.slice(0, most).map((value) => `\`${value}\``);
  const more = values.length - shown.length;
  return shown.join(", ") + (more > 0 ? ` … and ${more} more` : "");
}

/** Judges one answer by itself. What it means beside the others is for the rules of the record. */
export function refuseAnswer(
  question: Question,
  record: AgreementRecord,
  answers: Answers,
  answer: string,
): Refusal | undefined {
  const allowed = question.allowed?.(record, answers);
  const parts = question.many ? listOf(answer) : [answer];
  const optional = question.fallback?.(record, answers) === "";
  if (parts.join("") === "")
    return optional
      ? undefined
      : {
          message: `Unexpected empty \`${question.key}\`, expected ${question.words}`,
        };
  for (const part of parts) {
    if (allowed && !allowed.includes(part)) {
      // A part of an id finds the ids that have it, which is how one of hundreds is found.
      const like = allowed.filter((value) => value.includes(part));
      const near = like.length > 0 ? undefined : didYouMean(part, allowed);
      const shown = showAllowed(like.length > 0 ? like : allowed);
      const expected = allowed.length > 0 ? `one of ${shown}` : "none";
      return {
        message: `Unexpected ${question.key} \`${part}\`, expected ${expected}`,
        hint: near && `did you mean \`${near}\`?`,
      };
    }
    const read = question.schema?.safeParse(part);
    if (read && !read.success)
      return {
        message: `Unexpected ${question.key} \`${part}\`, expected ${read.error.issues[0]!.message}`,
      };
  }
  return question.judge?.(answer);
}
