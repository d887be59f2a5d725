import { createInterface } from "node:readline/promises";
import type { Interface } from "node:readline/promises";
import { listOf, showAllowed } from "../src/entries/question.ts";
import type { Answers, Question, Refusal } from "../src/entries/question.ts";
import type { AgreementRecord } from "../src/model/index.ts";

/** Asks on a terminal, or reads the answers line by line from a pipe. */
export interface Asker {
  /** Asks until the answer will do; undefined when there is nobody left to answer. */
  ask(
    question: Question,
    record: AgreementRecord,
    answers: Answers,
    judge: (answer: string) => Refusal | undefined,
  ): Promise<string | undefined>;
  /** Yes or no, with yes as the default. */
  confirm(words: string): Promise<boolean>;
  close(): void;
}

/** A refusal as reports print it. */
export function formatRefusal({ message, hint }: Refusal): string {
  return hint ? `${message}\n  hint: ${hint}` : message;
}

export function createAsker(): Asker {
  let terminal: Interface | undefined;
  let lines: AsyncIterator<string> | undefined;
  const read = async (prompt: string) => {
    // Opened with the first question, so that a command with all flags reads no input.
    terminal ??= createInterface({ input: process.stdin });
    lines ??= terminal[Symbol.asyncIterator]();
    process.stdout.write(prompt);
    const { value, done } = await lines.next();
    return done ? undefined : String(value).trim();
  };
  return {
    async ask(question, record, answers, judge) {
      const allowed = question.allowed?.(record, answers);
      const fallback = question.fallback?.(record, answers);
      const several = question.many ? ", several with commas" : "";
      console.log(`${question.key}: ${question.words}${several}`);
      if (question.meanings)
        for (const [value, meaning] of Object.entries(question.meanings))
          console.log(`  \`${value}\`: ${meaning}`);
      else if (allowed) console.log(`  allowed: ${showAllowed(allowed)}`);
      const examples = question.examples?.(record, answers) ?? [];
      if (examples.length > 0)
        console.log(`  a new one, or one of: ${showAllowed(examples)}`);
      const shown = fallback === "" ? "none" : fallback;
      for (;;) {
        const line = await read(shown === undefined ? "> " : `[${shown}] > `);
        if (line === undefined) return undefined;
        const answer = line === "" ? (fallback ?? "") : line;
        const meant = answer === "none" && fallback === "" ? "" : answer;
        const refusal = judge(meant);
        if (!refusal) return question.many ? listOf(meant).join(", ") : meant;
        console.log(formatRefusal(refusal));
      }
    },
    async confirm(words) {
      const line = await read(`${words} [yes] > `);
      return line !== undefined && /^(?:y|yes)?$/i.test(line);
    },
    close: () => terminal?.close(),
  };
}
