import ICAL from "ical.js";
import { sync } from "node-ical";
import { describe, expect, test } from "vitest";
import {
  ALL_DATES,
  listCalendarFiles,
  listCalendars,
} from "../../../src/exports/calendar/calendars.ts";
import { formatIcal } from "../../../src/exports/calendar/format-ical.ts";
import { lastDay } from "../../../src/model/partial-date.ts";
import type { AgreementRecord } from "../../../src/model/record.ts";
import { loadChecked } from "../../load-fixture.ts";
import { HOSTILE, makeHostileRecord } from "../hostile-record.ts";
import { makeFiles } from "../make-files.ts";

const all = (record: AgreementRecord) =>
  listCalendars(record).find(({ path }) => path === ALL_DATES)!;

/** Every line of the file, without the ends by which it is folded. */
const linesOf = (ics: string) => ics.split("\r\n").slice(0, -1);

const eventsOf = (ics: string) =>
  new ICAL.Component(ICAL.parse(ics) as unknown[])
    .getAllSubcomponents("vevent")
    .map((event) => ({
      uid: String(event.getFirstPropertyValue("uid")),
      summary: String(event.getFirstPropertyValue("summary")),
      description: String(event.getFirstPropertyValue("description")),
      status: String(event.getFirstPropertyValue("status")),
      precision: String(event.getFirstPropertyValue("x-date-precision")),
      start: String(event.getFirstPropertyValue("dtstart")),
      end: String(event.getFirstPropertyValue("dtend")),
      stamp: String(event.getFirstPropertyValue("dtstamp")),
      sequence: event.getFirstPropertyValue("sequence"),
      alarms: event.getAllSubcomponents("valarm").length,
    }));

describe.each([
  ["the real record", "content"],
  ["another subject", "tests/fixtures/minimal"],
  ["a record with a past", "tests/fixtures/other-agreement"],
])("the calendars of %s", (_, content) => {
  const record = loadChecked(content);
  const files = makeFiles(listCalendarFiles(record));

  test("are read by others as the record says it", () => {
    for (const calendar of listCalendars(record)) {
      const ics = formatIcal(record, calendar);
      const found = eventsOf(ics);
      expect(found.map(({ uid }) => uid)).toEqual(
        calendar.dates.map(({ uid }) => uid),
      );
      expect(new Set(found.map(({ uid }) => uid)).size).toBe(found.length);
      for (const [at, event] of found.entries()) {
        const { date, sequence } = calendar.dates[at]!;
        expect(event.sequence).toBe(sequence);
        expect(event.start.startsWith(date)).toBe(true);
        expect(event.end > lastDay(date)).toBe(true);
        expect(event.stamp).toBe(`${record.site.as_of}T00:00:00Z`);
        expect(event.alarms).toBe(0);
      }
      // Written by one library, read by another too.
      const others = Object.values(sync.parseICS(ics)).filter(
        (entry) => entry?.type === "VEVENT",
      );
      expect(others.map((event) => [event.uid, event.summary])).toEqual(
        found.map(({ uid, summary }) => [uid, summary]),
      );
    }
  });

  test("give an entry the same words in each calendar that has it", () => {
    const entries = new Map<string, string>();
    for (const [, ics] of files)
      for (const event of eventsOf(ics)) {
        const words = JSON.stringify(event);
        expect(entries.get(event.uid) ?? words).toBe(words);
        entries.set(event.uid, words);
      }
    expect(entries.size).toBe(all(record).dates.length);
  });

  test("have no line of more than 75 bytes, no half sign, and the same bytes each time", () => {
    for (const [, ics] of files)
      for (const line of linesOf(ics)) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
        expect(line).not.toMatch(/[\r\n]/);
      }
    expect(makeFiles(listCalendarFiles(loadChecked(content)))).toEqual(files);
  });
});

test("what runs out in a year or month takes all its days, and says that the day is not known", () => {
  const found = eventsOf(
    formatIcal(makeHostileRecord(), all(makeHostileRecord())),
  );
  const ends = new Map(
    found.map(({ precision, ...event }) => [precision, event]),
  );
  expect(ends.get("year")).toMatchObject({
    start: "2030-01-01",
    end: "2031-01-01",
  });
  expect(ends.get("year")!.summary).toContain("in 2030, day not known");
  expect(ends.get("month")).toMatchObject({
    start: "2030-02-01",
    end: "2030-03-01",
  });
  const day = found.find(({ start }) => start === "2030-12-31")!;
  expect(day.end).toBe("2031-01-01");
  expect(day.summary).toContain("(runs out on 31 December 2030)");
});

test("a calendar carries any text an author writes", () => {
  const record = makeHostileRecord();
  const ics = formatIcal(record, all(record));
  const found = eventsOf(ics);
  for (const [id, words] of Object.entries(HOSTILE)) {
    const event = found.find(
      ({ uid }) => uid === `claims/${id}/end@site.example`,
    );
    const meant = words.replace(/\r\n?/g, "\n");
    expect(event!.summary).toContain(meant);
    expect(event!.description.startsWith(meant)).toBe(true);
  }
  for (const line of linesOf(ics))
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});
