import { describe, expect, test } from "vitest";
import { MINIMAL } from "../model/copy-minimal.ts";
import { runScript } from "./run-script.ts";

const table = (...args: string[]) =>
  runScript("scripts/table.ts", ...args, "--content", MINIMAL);

/** The last line of what a command refuses. */
async function refusalOf(asked: string): Promise<string | undefined> {
  const { code, out, err } = await table(asked);
  expect([code, out]).toEqual([1, ""]);
  return err.trimEnd().split("\n").at(-1);
}

describe("npm run table", () => {
  test("compares two versions, the earlier one first", async () => {
    const { code, out } = await table("2001-03..2007-09-12");
    expect(code).toBe(0);
    expect(out).toContain("Base rent");
  });

  test("names the right order when the later version comes first", async () => {
    expect(await refusalOf("2007-09-12..2001-03")).toBe(
      "Unexpected order `2007-09-12..2001-03`, expected the earlier version first: `2001-03..2007-09-12`",
    );
  });

  test("compares no version with itself", async () => {
    expect(await refusalOf("2001-03..2001-03")).toBe(
      "Unexpected version `2001-03` beside itself, expected two versions",
    );
  });

  test("names the table or the versions that were probably meant", async () => {
    expect(await refusalOf("paymants")).toBe("hint: did you mean `payments`?");
    expect(await refusalOf("2001-03..2007-09-13")).toBe(
      "hint: did you mean `2001-03..2007-09-12`?",
    );
  });
});
