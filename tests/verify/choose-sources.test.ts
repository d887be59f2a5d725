import { describe, expect, test } from "vitest";
import { chooseSources, locatorsOf } from "../../src/verify/choose-sources.ts";
import { loadChecked } from "../load-fixture.ts";

const record = loadChecked("tests/fixtures/minimal");
const choose = (today: string, olderThan: number, only?: string) =>
  chooseSources(record, { today, olderThan, only }).map(({ id }) => id);

describe("the sources to visit", () => {
  test("are those read directly whose last visit is long ago", () => {
    expect(choose("2008-04-01", 30)).toEqual([
      "saltmere-2004-06-01-amendment",
      "saltmere-2007-09-12-amendment",
      "tide-gazette-2007-10-05",
    ]);
    expect(choose("2008-03-31", 30)).toEqual([]);
  });

  test("may be a single one, whenever it was visited", () => {
    expect(choose("2008-03-02", 30, "tide-gazette-2007-10-05")).toEqual([
      "tide-gazette-2007-10-05",
    ]);
  });
});

test("a source's locators come from everything that cites it, each once", () => {
  const source = record.byId.sources.get("saltmere-2004-06-01-amendment")!;
  expect(locatorsOf(record, source)).toEqual([
    "all other terms remain",
    "to a depth of nine",
  ]);
});
