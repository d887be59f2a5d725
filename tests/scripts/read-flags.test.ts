import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseFlags, Stopped } from "../../scripts/read-flags.ts";
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

const commands = readdirSync("scripts").filter((name) =>
  readFileSync(`scripts/${name}`, "utf8").includes(" = readFlags("),
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
