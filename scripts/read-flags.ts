import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";
import { didYouMean } from "../src/model/did-you-mean.ts";

/** Stops a command with a message that whoever called it can act on. */
export class Stopped extends Error {}

type Token = NonNullable<
  ReturnType<typeof parseArgs<{ tokens: true; strict: false }>>["tokens"]
>[number];

/** What is wrong with a word of a command line. */
function judge(token: Token, config: ParseArgsConfig): string | undefined {
  if (token.kind !== "option") {
    if (config.allowPositionals) return undefined;
    const stray = token.kind === "positional" ? token.value : "--";
    return `Unexpected \`${stray}\`, expected a flag; a value with blanks stands in quotes`;
  }
  const { name, rawName, inlineValue, value } = token;
  const options = config.options ?? {};
  const names = Object.keys(options);
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) {
    const near = didYouMean(name, names);
    const hint = near ? `\n  hint: did you mean \`--${near}\`?` : "";
    return `Unexpected flag \`${rawName}\`, expected one of ${names.map((each) => `\`--${each}\``).join(", ")}${hint}`;
  }
  // A flag after a flag is no value of it.
  const given = value !== undefined && (inlineValue || !value.startsWith("--"));
  const takes = option.type === "string";
  if (given === takes) return undefined;
  return `Unexpected \`${rawName}\` ${given ? "with" : "without"} a value, expected ${takes ? "one" : "none"}`;
}

/** Reads flags as `parseArgs` does. Throws Stopped, which says what was expected, where they cannot be read. */
export function parseFlags<T extends ParseArgsConfig>(
  config: T,
): ReturnType<typeof parseArgs<T>> {
  const read = parseArgs({ ...config, strict: false, tokens: true });
  for (const token of read.tokens ?? []) {
    const wrong = judge(token, config);
    if (wrong !== undefined) throw new Stopped(wrong);
  }
  // As strict as `parseArgs` would have been, but that it also refuses values that begin with one hyphen.
  return read as unknown as ReturnType<typeof parseArgs<T>>;
}

/** Reads the flags of the command that runs; ends it where they cannot be read. */
export function readFlags<T extends ParseArgsConfig>(
  config: T,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseFlags(config);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
