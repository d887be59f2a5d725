import type { Kind } from "../src/entries/kind.ts";
import { KINDS } from "../src/entries/kinds.ts";
import type { Answers } from "../src/entries/question.ts";
import { didYouMean } from "../src/model/did-you-mean.ts";
import { formatRefusal } from "./read-answers.ts";
import { parseFlags, printHelp, Stopped } from "./read-flags.ts";

/** What the command line asks for. */
export interface Asked {
  word: string;
  kind: Kind;
  flags: Answers;
  yes: boolean;
  content: string;
}

const code = (words: readonly string[]) =>
  words.map((word) => `\`${word}\``).join(", ");

/** Reads the kind and its flags: the keys of the entry, with either `-` or `_` in them. */
export function readAsked(args: string[]): Asked {
  const words = Object.keys(KINDS);
  const word = args.find((arg) => !arg.startsWith("-")) ?? "";
  const kind = words.includes(word) ? KINDS[word] : undefined;
  if (args[0] === "--help")
    printHelp(
      `npm run new -- <kind> begins an entry; the kinds:\n${words.map((each) => `  ${each}`).join("\n")}\nnpm run new -- <kind> --help shows its flags.`,
    );
  if (!kind || args[0] !== word) {
    const near = didYouMean(word, words);
    throw new Stopped(
      formatRefusal({
        message: `Unexpected ${args[0] ? `kind \`${args[0]}\`` : "absence of a kind"}, expected one of ${code(words)}`,
        hint: near ? `npm run new -- ${near}` : "npm run new -- claim",
      }),
    );
  }
  const keys = kind.questions.map(({ key }) => key);
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = {
    ...Object.fromEntries(keys.map((key) => [key, text])),
    content: text,
    yes: flag,
    bare: flag,
  };
  const spelled = args
    .slice(1)
    .map((arg) =>
      arg.startsWith("--")
        ? arg.replace(
            /^--[^=]+/,
            (name) => `--${name.slice(2).replaceAll("-", "_")}`,
          )
        : arg,
    );
  const meanings = Object.fromEntries(
    kind.questions.map(({ key, words }) => [key, words]),
  );
  const { values } = parseFlags({ args: spelled, options }, meanings);
  const flags: Answers = {};
  for (const [name, value] of Object.entries(values))
    flags[name] = typeof value === "string" ? value : "yes";
  const { yes, content = "content", ...answers } = flags;
  return { word, kind, flags: answers, yes: yes !== undefined, content };
}
