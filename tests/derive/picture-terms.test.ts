import { describe, expect, test } from "vitest";
import { deriveTermsPicture } from "../../src/derive/picture-terms.ts";
import { deriveTimelineRows } from "../../src/derive/timeline-rows.ts";
import { makeRecord } from "./make-record.ts";

type Claims = Parameters<typeof makeRecord>[1];

/** Each bar as "fill parts", with what is special about it. */
function bars(versions: string[], claims: Claims): string[] {
  const picture = deriveTermsPicture(makeRecord(versions, claims));
  return picture.groups[0]!.lanes[0]!.segments.map(
    ({ fill, silent, reported, pieces }) =>
      [
        fill,
        silent && "silent",
        reported && "reported",
        ...pieces.map(({ part }) => part),
      ]
        .filter(Boolean)
        .join(" "),
  );
}

describe("the picture of the terms", () => {
  test("shows a term as stated again once a later version leaves all as it was", () => {
    const got = bars(
      ["2020-01-01", "2021-01-01", "2022-01-01"],
      [
        { id: "a", version: "2020-01-01" },
        { id: "b", version: "2021-01-01", effect: "not-restated" },
        { id: "c", version: "2022-01-01", effect: "unchanged" },
      ],
    );
    expect(got).toEqual([
      "stated whole",
      "stated silent whole",
      "stated whole",
    ]);
  });

  test("fills a bar by degree, and says when a term has none", () => {
    const got = bars(
      ["2020-01-01", "2021-01-01", "2022-01-01"],
      [
        { id: "a", version: "2020-01-01", degree: "exclusive" },
        { id: "b", version: "2021-01-01", effect: "not-disclosed" },
        { id: "c", version: "2022-01-01", confidence: "reported" },
      ],
    );
    expect(got).toEqual([
      "exclusive whole",
      "undisclosed whole",
      "stated reported whole",
    ]);
  });

  test("breaks the bar from the first text that is silent", () => {
    const got = bars(
      ["2020-01-01", "2021-01-01", "2022-01-01"],
      [
        { id: "a", version: "2020-01-01", degree: "open" },
        { id: "b", version: "2021-01-01", effect: "restates" },
        { id: "c", version: "2022-01-01", effect: "not-restated" },
      ],
    );
    expect(got).toEqual(["open whole", "open silent whole"]);
  });

  test("strikes the lane where a term ended, or nothing is known to follow", () => {
    const got = bars(
      ["2020-01-01", "2022-01-01", "2023-01-01"],
      [
        { id: "a", version: "2020-01-01", valid_to: "2021-01-01" },
        { id: "b", version: "2022-01-01" },
        { id: "c", version: "2023-01-01", effect: "ends" },
      ],
    );
    expect(got).toEqual([
      "stated whole",
      "ended whole",
      "stated whole",
      "ended whole",
    ]);
  });

  test("steps where only a year is known, on both sides of the change", () => {
    const got = bars(
      ["2020-01-01", "2021"],
      [
        { id: "a", version: "2020-01-01" },
        { id: "b", version: "2021" },
      ],
    );
    expect(got).toEqual(["stated whole upper", "stated lower whole"]);
  });

  test("marks a day to come, and draws no bar past the record's day", () => {
    const picture = deriveTermsPicture(
      makeRecord(
        ["2020-01-01"],
        [
          {
            id: "a",
            version: "2020-01-01",
            valid_to: "2030-12-31",
            date_kind: "expires",
            value: "Ten crowns",
          },
          { id: "next", valid_from: "2031", value: "Twelve crowns" },
        ],
      ),
    );
    const lane = picture.groups[0]!.lanes[0]!;
    const [piece] = lane.segments[0]!.pieces;
    expect(lane.segments).toHaveLength(1);
    expect(piece!.x + piece!.width).toBeLessThanOrEqual(picture.axis.asOf.x);
    expect(lane.marks.map(({ label }) => label)).toEqual([
      "Rent, Ten crowns: until 31 December 2030",
      "Rent, Twelve crowns: from 2031",
    ]);
  });

  test("needs no heading for a single lane, and has an empty one for a term without claims", () => {
    const picture = deriveTermsPicture(makeRecord(["2020-01-01"], []));
    expect(picture.groups.map(({ at, lanes }) => [at, lanes.length])).toEqual([
      [undefined, 1],
    ]);
    expect(picture.groups[0]!.lanes[0]!.segments).toEqual([]);
    expect(picture.title).toBe("Rent over time");
  });

  test("gives forty terms with long names lanes that do not overlap", () => {
    const terms = Array.from({ length: 40 }, (_, index) => ({
      id: `t${index}`,
      topic: "money",
      title: `The ${"very ".repeat(index)}long name of 租金和其他條款`,
      question: "?",
      why_it_matters: ".",
    }));
    const claims = terms.map(({ id }) => ({
      id: `c-${id}`,
      term: id,
      version: "2020-01-01",
    }));
    const { groups, height } = deriveTermsPicture(
      makeRecord(["2020-01-01"], claims, { terms }),
    );
    const lanes = groups[0]!.lanes;
    expect(lanes).toHaveLength(40);
    for (const mode of ["wide", "narrow"] as const) {
      const bars = lanes.map((lane) => lane.at[mode].bar);
      for (const [index, bar] of bars.slice(1).entries())
        expect(bar - bars[index]!).toBeGreaterThanOrEqual(24);
      expect(bars.at(-1)!).toBeLessThan(height[mode] - 16);
      for (const { at } of lanes)
        expect(at[mode].lines.length).toBeLessThanOrEqual(2);
    }
  });

  test("has only the terms that it is asked for", () => {
    const record = makeRecord(["2020-01-01"], []);
    expect(deriveTermsPicture(record, []).groups).toEqual([]);
    expect(deriveTermsPicture(record, ["rent"]).groups).toHaveLength(1);
  });

  test("explains only the marks that occur", () => {
    const picture = deriveTermsPicture(
      makeRecord(
        ["2020-01-01"],
        [{ id: "a", version: "2020-01-01", degree: "preferential" }],
      ),
    );
    expect(picture.legend.map(({ fill }) => fill)).toEqual(["preferential"]);
    expect(picture.behind).toEqual([
      { id: "firm", word: "a version that changes terms" },
    ]);
  });

  test("explains what is silent over every fill below it, and days that are not known", () => {
    const { behind, legend } = deriveTermsPicture(
      makeRecord(
        ["2019", "2020-01-01", "2021-01-01", "2022-01-01"],
        [
          { id: "a", version: "2020-01-01", degree: "exclusive" },
          { id: "b", version: "2021-01-01", effect: "not-restated" },
          { id: "c", version: "2022-01-01" },
        ],
      ),
    );
    expect(legend.find(({ fill }) => fill === "silent")!.over).toEqual([
      "exclusive",
    ]);
    expect(behind.map(({ id }) => id)).toContain("within");
  });

  test("tells a bar without a degree from those that have one, where there are any", () => {
    const wordOf = (claims: Claims) =>
      deriveTermsPicture(
        makeRecord(["2020-01-01", "2021-01-01"], claims),
      ).legend.find(({ fill }) => fill === "stated")!.word;
    const plain = { id: "a", version: "2020-01-01" };
    const open = { id: "b", version: "2021-01-01", degree: "open" as const };
    expect(wordOf([plain])).toBe("stated");
    expect(wordOf([plain, open])).toBe("stated; says nothing of exclusivity");
  });

  test("wraps a long heading beside the lanes and makes room for it", () => {
    const picture = (title: string) =>
      deriveTermsPicture(
        makeRecord(["2020-01-01"], [], {
          topics: [{ id: "money", title, question: "?" }],
          terms: ["one", "two"].map((id) => ({
            id,
            topic: "money",
            title: id,
            question: "?",
            why_it_matters: ".",
          })),
        } as Parameters<typeof makeRecord>[2]),
      );
    const [short, long] = ["Rent", "Control and standing of the lease"].map(
      picture,
    );
    expect(long!.groups[0]!.lines).toHaveLength(2);
    expect(long!.height.wide).toBeGreaterThan(short!.height.wide);
    expect(long!.height.narrow).toBe(short!.height.narrow);
  });
});

test("the rows of the timeline begin with days to come, then the newest version", () => {
  const record = makeRecord(
    ["2020-01-01", "2021"],
    [
      { id: "a", version: "2020-01-01", degree: "exclusive" },
      { id: "b", version: "2021", valid_to: "2030" },
    ],
  );
  const rows = deriveTimelineRows(record);
  expect(
    rows.map(({ id, changes }) => [id, changes.map(({ note }) => note)]),
  ).toEqual([
    ["until.2030", ["until then"]],
    ["2021", [""]],
    ["2020-01-01", ["exclusive"]],
  ]);
});
