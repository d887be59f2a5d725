import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatHelp, parseFlags, Stopped } from "../../scripts/read-flags.ts";
import { runScript } from "./run-script.ts";

const options = {
  content: { type: "string", default: "content" },
  watch: { type: "boolean", default: false },
} as const;
const read = (...args: string[]) => parseFlags({ args, options });

describe("flags", () => {
  test("are read as they are meant", () => {
    expect(read("--content", "a b", "--watch").values).toEqual({
      content: "a b",
      watch: true,
    });
    expect(read("--content", "-5 %").values.content).toBe("-5 %");
    expect(read("--content=--watch").values.content).toBe("--watch");
    expect(
      parseFlags({ args: ["x", "--", "--y"], allowPositionals: true })
        .positionals,
    ).toEqual(["x", "--y"]);
  });

  test.each([
    [
      ["--wacth"],
      "Unexpected flag `--wacth`, expected one of `--content`, `--watch`\n  hint: did you mean `--watch`?",
    ],
    [["-w"], "Unexpected flag `-w`, expected one of `--content`, `--watch`"],
    [["--content"], "Unexpected `--content` without a value, expected one"],
    [
      ["--content", "--watch"],
      "Unexpected `--content` without a value, expected one",
    ],
    [["--watch=yes"], "Unexpected `--watch` with a value, expected none"],
    [
      ["there"],
      "Unexpected `there`, expected a flag; a value with blanks stands in quotes",
    ],
    [
      ["--"],
      "Unexpected `--`, expected a flag; a value with blanks stands in quotes",
    ],
  ])("%j are refused", (args, message) => {
    expect(() => read(...args)).toThrow(new Stopped(message));
  });
});

test("the help on flags says what each is for", () => {
  const own = { speed: { type: "string" } } as const;
  expect(
    formatHelp({ ...options, ...own }, { speed: "how fast the tide comes" }),
  ).toMatchInlineSnapshot(`
    "--content <value>  the content folder [content]
    --watch            builds again after each change
    --speed <value>    how fast the tide comes"
  `);
});

test("`new` helps with its kinds, and with the flags of each", async () => {
  const kinds = await runScript("scripts/new.ts", "--help");
  expect(kinds).toMatchInlineSnapshot(`
    {
      "code": 0,
      "err": "",
      "out": "npm run new -- <kind> begins an entry; the kinds:
      claim
      source
      version
      term
      explainer
      article
      change
    npm run new -- <kind> --help shows its flags.
    ",
    }
  `);
  const { code, out } = await runScript("scripts/new.ts", "term", "--help");
  expect(code).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "--topic <value>           the topic it belongs to
    --title <value>           what to call it, in a few words
    --question <value>        the question it answers, as a reader asks it
    --why_it_matters <value>  what hangs on the answer
    --table <value>           the table that shows it
    --id <value>              its id, an address for ever
    --content <value>         the content folder
    --yes                     takes the defaults of all that no flag says, and asks nothing
    --bare                    leaves out the comments on keys that an entry may still have
    "
  `);
});

const commands = readdirSync("scripts").filter((name) =>
  readFileSync(`scripts/${name}`, "utf8").includes(" = readFlags("),
);

test.each([...commands, "verify-sources.ts"])(
  "%s says with --help what each of its flags is for",
  async (name) => {
    const { code, out, err } = await runScript(`scripts/${name}`, "--help");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^(?:--[a-z-]+(?: <value>)? {2,}\S.*\n)+$/);
    expect(out).not.toContain("undefined");
  },
);

test("every command that reads flags is tried here", () => {
  expect(commands.length).toBeGreaterThan(8);
});

test.each(commands)(
  "%s says in one line what is wrong with its flags",
  async (name) => {
    const { code, out, err } = await runScript(`scripts/${name}`, "--contents");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(
      /^Unexpected flag `--contents`, expected one of `--\w+`.*\n(?: {2}hint: did you mean `--content`\?\n)?$/,
    );
  },
);
