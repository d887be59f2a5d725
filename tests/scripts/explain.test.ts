import { describe, expect, test } from "vitest";
import { MINIMAL } from "../model/copy-minimal.ts";
import { runScript } from "./run-script.ts";

const explain = (...address: string[]) =>
  runScript("scripts/explain.ts", ...address, "--content", MINIMAL);

describe("npm run explain", () => {
  test("prints the lines of a cell, its rule and where else they are used", async () => {
    const { code, out } = await explain("/tables/rent/#base-rent.2007-09-12");
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot("golden/explain-cell.txt");
  });

  test("takes an address with the site's host", async () => {
    const { out } = await explain("https://pier-four.example/terms/dredging");
    expect(out).toContain("/terms/dredging/ is the page of term `dredging`.");
    expect(out).toContain(`${MINIMAL}/data/terms.yaml:12:3  term dredging`);
  });

  test("names the nearest addresses when there is no such one", async () => {
    const { code, out, err } = await explain("/terms/dreging/");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toBe(
      "Unexpected address `/terms/dreging/`, expected one that the record makes; the nearest:\n  /terms/dredging/\n  /glossary/#dredging\n",
    );
  });

  test.each([
    [
      "/terms/calendar/",
      "/terms/calendar/ went to /terms/first-choice/ (move choice-not-calendar, 1999-03-31): The term is about who chooses first, not about the calendar.\n\n/terms/first-choice/ is the page of term `first-choice`.",
    ],
    [
      "/as-of/1988/#calendar.1988",
      "/as-of/1988/#calendar.1988 went to /as-of/1988/#first-choice.1988 (move choice-not-calendar, 1999-03-31): The term is about who chooses first, not about the calendar.\n\n/as-of/1988/#first-choice.1988 is",
    ],
    [
      "/as-of/1988/#visitors.1998-12-31",
      "/as-of/1988/#visitors.1998-12-31 went to /terms/visitors/.\n\n/terms/visitors/ is",
    ],
    [
      "/glossary/#grey-night",
      "/glossary/#grey-night was retired (move grey-night-retired, 1999-03-31): The record uses the word nowhere.\n",
    ],
  ])("says first where %s went, and why", async (address, begins) => {
    const content = "tests/fixtures/other-agreement";
    const { code, out } = await runScript(
      ...["scripts/explain.ts", address, "--content", content],
    );
    expect(code).toBe(0);
    expect(out.slice(0, begins.length)).toBe(begins);
  });

  test("asks for an address", async () => {
    const { code, err } = await explain();
    expect(code).toBe(1);
    expect(err).toContain("expected one such as /terms/<id>/");
  });
});
