import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";
import { didYouMean } from "../src/model/did-you-mean.ts";

/** Stops a command with a message that whoever called it can act on. */
export class Stopped extends Error {}

/** What a flag is for, wherever it is read. */
const MEANINGS: { [flag: string]: string } = {
  archive: "where copies of what is gone are looked up",
  bare: "leaves out the comments on keys that an entry may still have",
  "check-only": "times the check alone, up to 100,000 claims",
  content: "the content folder",
  json: "prints JSON instead of Markdown",
  max: "how many sources are visited at most",
  "no-archive": "looks up no copies",
  "no-cache": "takes over nothing from the last build",
  "older-than": "visits those not visited for so many days",
  only: "the one source to visit",
  out: "the folder of the built site",
  pages: "times sites of so many pages, as in 500,5000",
  pause: "seconds between two visits to a host",
  port: "the port of the address",
  runs: "how often each command is timed",
  serve: "times how the built site is served",
  since: "the commit or edition to compare with",
  timeout: "seconds until a visit is given up",
  watch: "builds again after each change",
  yes: "takes the defaults of all that no flag says, and asks nothing",
};

/** The flags that a command reads, a line each. `own` says what those are for that only this command has. */
export function formatHelp(
  options: NonNullable<ParseArgsConfig["options"]>,
  own: { [flag: string]: string },
): string {
  const rows = Object.entries(options).map(([name, option]) => {
    const left = `--${name}${option.type === "string" ? " <value>" : ""}`;
    const fallback =
      typeof option.default === "string" ? ` [${option.default}]` : "";
    return [left, `${own[name] ?? MEANINGS[name]}${fallback}`] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows
    .map(([left, right]) => `${left.padEnd(width)}  ${right}`)
    .join("\n");
}

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

/** Prints what was asked for with `--help`, and ends the command. */
export function printHelp(text: string): never {
  console.log(text);
  process.exit(0);
}

/**
 * Reads flags as `parseArgs` does. Throws Stopped, which says what was expected, where they cannot be read. With
 * `--help` it prints the flags instead, and ends the command.
 */
export function parseFlags<T extends ParseArgsConfig>(
  config: T,
  own: { [flag: string]: string } = {},
): ReturnType<typeof parseArgs<T>> {
  const args = config.args ?? process.argv.slice(2);
  if (args.includes("--help")) printHelp(formatHelp(config.options ?? {}, own));
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
