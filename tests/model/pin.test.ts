import { describe, expect, test } from "vitest";
import { hashSnapshot } from "../../src/model/pin.ts";
import type { Pin, Snapshot } from "../../src/model/pin.ts";
import {
  checkSeal,
  formatPins,
  parsePins,
  sealPins,
} from "../../src/model/pins-file.ts";
import { sourceText } from "../../src/model/place.ts";

const claim = (words: string): Snapshot => ({
  is: "claim",
  page: "/claims/rent/",
  title: words,
  words,
  statement: "A statement.",
  dates: "",
  sources: ["Ledger, “Rent”, 2020"],
});

const makePin = (words: string): Pin => ({
  pin: hashSnapshot(claim(words)),
  since: "2020-01-01-0123456789ab",
  says: claim(words),
});

const file = (text: string) => sourceText("content/pins.jsonl", text);
const lines = formatPins([makePin("ten"), makePin("twelve")]);
const faultsOf = (text: string) =>
  parsePins(file(text)).faults.map(
    ({ place, message }) => `${place.line}: ${message}`,
  );

describe("the hash of a snapshot", () => {
  test("is the same in whatever order the keys come", () => {
    const says = claim("ten");
    const turned = Object.fromEntries(
      Object.entries(says).reverse(),
    ) as Snapshot;
    expect(Object.keys(turned)[0]).toBe("sources");
    expect(hashSnapshot(turned)).toBe(hashSnapshot(says));
    expect(hashSnapshot(says)).toMatchInlineSnapshot(`"073be47adb90"`);
  });

  test("is another one for other words", () => {
    expect(hashSnapshot(claim("ten "))).not.toBe(hashSnapshot(claim("ten")));
  });
});

describe("the file of pins", () => {
  test("gives back what was written", () => {
    expect(parsePins(file(lines))).toEqual({
      pins: [makePin("ten"), makePin("twelve")],
      faults: [],
    });
    expect(faultsOf("")).toEqual([]);
  });

  test("names the line that was edited", () => {
    expect(faultsOf(lines.replace("twelve", "eleven"))).toEqual([
      `2: Unexpected words of pin \`${makePin("twelve").pin}\`, whose hash would be \`${hashSnapshot({ ...claim("twelve"), title: "eleven" } as Snapshot)}\`, expected it as \`npm run ledger accept\` wrote it: restore it from version control`,
    ]);
  });

  test("lets no address out of its folder", () => {
    const says = { ...claim("ten"), page: "/claims/../../x/" } as Snapshot;
    const pin = { ...makePin("ten"), pin: hashSnapshot(says), says };
    expect(faultsOf(formatPins([pin]))[0]).toContain("line of another form");
  });

  test("misses what the ledger knows, but not what it does not know yet", () => {
    const seal = sealPins(lines);
    const find = (text: string | undefined) =>
      checkSeal(
        text === undefined ? undefined : file(text),
        seal,
        "content/pins.jsonl",
      ).map(({ message }) => message.replace(/, expected .*/, ""));
    expect(find(lines)).toEqual([]);
    expect(find(lines + formatPins([makePin("more")]))).toEqual([]);
    expect(find(formatPins([makePin("ten")]))).toEqual([
      "Unexpected loss of 1 of 2 pins that were published",
    ]);
    expect(find(undefined)).toEqual([
      "Unexpected loss of 2 of 2 pins that were published",
    ]);
    expect(find(lines.replace("2020-01-01", "2019-01-01"))).toEqual([
      "Unexpected change among the first 2 pins, which were published",
    ]);
    expect(checkSeal(undefined, sealPins(""), "content/pins.jsonl")).toEqual(
      [],
    );
  });
});
