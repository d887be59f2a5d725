import ICAL from "ical.js";
import {
  firstDay,
  lastDay,
  nextDay,
  precisionOf,
} from "../../model/partial-date.ts";
import type { AgreementRecord } from "../../model/record.ts";
import { moment } from "../atom.ts";
import type { CalendarDate, CalendarKind } from "./calendar-date.ts";
import type { Calendar } from "./calendars.ts";

// A line that goes on begins with a blank, which counts: the library leaves it out of the 75.
ICAL.foldLength = 74;

/** Name, parameters, type, values (RFC 7265). */
type Property = [string, { [name: string]: string }, string, ...unknown[]];

const CATEGORIES: { [kind in CalendarKind]: string } = {
  end: "End",
  review: "Review",
  version: "Version",
};

/** What no text of a calendar may hold: signs of control, but for the end of a line and the tab. */
const FORBIDDEN = /(?![\n\t])[\p{Cc}\p{Cs}]/gu;

function text(name: string, ...words: string[]): Property {
  const clean = words.map((word) =>
    word.replace(/\r\n?/g, "\n").replace(FORBIDDEN, "\uFFFD"),
  );
  return [name, {}, "text", ...clean];
}

function eventNode(record: AgreementRecord, entry: CalendarDate) {
  const { site, byId } = record;
  const { uid, date, sequence, cancelled, kind, terms, href } = entry;
  const topics = terms.map(
    (id) => byId.topics.get(byId.terms.get(id)!.topic)!.title,
  );
  const properties: Property[] = [
    text("uid", uid),
    ["dtstamp", {}, "date-time", moment(site.as_of)],
    ["sequence", {}, "integer", sequence],
    ["dtstart", {}, "date", firstDay(date)],
    // Up to, but not including.
    ["dtend", {}, "date", nextDay(lastDay(date))],
    text("x-date-precision", precisionOf(date)),
    text("summary", cancelled ? `Cancelled: ${entry.summary}` : entry.summary),
    text("description", entry.description),
    ["url", {}, "uri", `${site.address}${href}`],
    text("categories", CATEGORIES[kind], ...new Set(topics)),
    text("status", cancelled ? "CANCELLED" : "CONFIRMED"),
    text("transp", "TRANSPARENT"),
  ];
  return ["vevent", properties, []];
}

/**
 * A calendar as iCalendar (RFC 5545, 7986). A month or year is an entry of all its days, and says so. Entries are
 * stamped with the record's day; none rings.
 */
export function formatIcal(
  record: AgreementRecord,
  { path, title, href, dates }: Calendar,
): string {
  const { site } = record;
  const properties: Property[] = [
    text("version", "2.0"),
    text("prodid", `-//${site.publisher}//${site.name}//EN`),
    text("calscale", "GREGORIAN"),
    text("name", title),
    text("x-wr-calname", title),
    text("description", site.tagline),
    ["url", {}, "uri", `${site.address}${href}`],
    ["source", {}, "uri", `${site.address}${path}`],
    ["refresh-interval", {}, "duration", "P1D"],
  ];
  const events = dates.map((entry) => eventNode(record, entry));
  return ICAL.stringify(["vcalendar", properties, events]);
}
