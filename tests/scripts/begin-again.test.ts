import { expect, test } from "vitest";
import { runScriptIn } from "./run-script.ts";

const PROGRAM = [
  'import { beginAgain } from "./scripts/begin-again.ts";',
  "const { pid, env } = process;",
  "process.stdout.write(`${pid} `);",
  "beginAgain();",
  'console.log(env.MALLOC_ARENA_MAX, process.execArgv.filter((flag) => flag.startsWith("--max")).join(), process.argv.slice(1).join());',
].join("\n");

const run = (env: { [name: string]: string }, ...flags: string[]) =>
  runScriptIn(
    env,
    ...flags,
    "--input-type=module",
    "--eval",
    PROGRAM,
    "--",
    "x",
    "--y",
  );

test.skipIf(process.platform === "win32")(
  "a process begins again once, as the same, with settings and with what it was called with",
  async () => {
    const { code, out, err } = await run({});
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [, first, second, rest] = /^(\d+) (\d+) (.*)\n$/.exec(out)!;
    expect(second).toBe(first);
    expect(rest).toBe("2 --max-semi-space-size=16 x,--y");
  },
);

test("whoever set one of them knows better", async () => {
  const { out } = await run({ MALLOC_ARENA_MAX: "7" });
  expect(out).toContain(" 7 --max-semi-space-size=16 ");
});
