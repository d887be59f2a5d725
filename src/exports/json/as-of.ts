import { z } from "zod";
import { deriveAsOf } from "../../derive/as-of.ts";
import { asOfPath, listChangeDays } from "../../derive/change-days.ts";
import type { DaySpan } from "../../derive/day-span.ts";
import type { Table } from "../../derive/table.ts";
import { gridShape, makeGridJson } from "./cells.ts";
import { envelopeShape } from "./envelope.ts";
import type { JsonFile, JsonKind } from "./envelope.ts";
import type { JsonSite } from "./json-site.ts";
import {
  addressShape,
  dateShape,
  dayShape,
  headShape,
  idShape,
  makeDate,
  makeRuns,
  runsShape,
} from "./parts.ts";

const spanShape = z
  .strictObject({
    url: headShape.url,
    json_url: headShape.json_url,
    date: dateShape.describe("What happened, as precise as it is known."),
    from: dayShape.describe("The first day for which it answers."),
    to: dayShape.describe("The last one."),
  })
  .meta({ id: "Days", description: "The days for which one answer holds." });

const tableShape = z
  .strictObject({ id: idShape, title: z.string(), ...gridShape })
  .meta({ id: "DayTable", description: "A table of what held." });

const changeShape = z.strictObject({
  verb: z.string().describe("Began, ended, was announced."),
  about: z.string(),
  url: addressShape,
  redline: runsShape,
});

export const AS_OF_KINDS: JsonKind[] = [
  {
    name: "as-of-index",
    about: "The days on which something began or ended, oldest first",
    shape: z.strictObject({ ...envelopeShape, items: z.array(spanShape) }),
  },
  {
    name: "as-of",
    about: "What held on a day, by what is known today",
    shape: z.strictObject({
      ...envelopeShape,
      item: spanShape,
      newest: z
        .boolean()
        .describe("Whether it reaches the day that the record speaks for."),
      changes: z.array(changeShape).describe("What began or ended then."),
      topics: z
        .array(tableShape)
        .describe("Terms by topic: then, and today beside it."),
      offerings: z.array(tableShape),
      deals: z.array(tableShape),
    }),
  },
];

const dayPath = ({ date }: DaySpan) => `/data/as-of/${date}.json`;

function makeSpan(site: JsonSite, span: DaySpan): z.infer<typeof spanShape> {
  return {
    url: site.absolute(asOfPath(span.date)),
    json_url: site.absolute(dayPath(span)),
    date: makeDate(span.date),
    from: span.from,
    to: span.to,
  };
}

function makeDay(site: JsonSite, span: DaySpan): object {
  const page = deriveAsOf(site.record, span);
  const home = asOfPath(span.date);
  const make = (table: Table, cells: string): z.infer<typeof tableShape> => ({
    id: table.id,
    title: table.title,
    ...makeGridJson(site, table, {
      page: home,
      cells,
      columns: `${table.id}.`,
    }),
  });
  // A table without rows has no place on the page.
  const makeAll = (tables: Table[]) =>
    tables
      .filter(({ rows }) => rows.length > 0)
      .map((table) => make(table, `${table.id}.`));
  return {
    item: makeSpan(site, span),
    newest: page.newest,
    changes: page.changes.map(
      ({ verb, about, href, redline }): z.infer<typeof changeShape> => ({
        verb,
        about,
        url: site.absolute(href),
        redline: makeRuns(redline),
      }),
    ),
    topics: page.topics.map((table) => make(table, "")),
    offerings: makeAll(page.offerings),
    deals: makeAll(page.deals),
  };
}

/** Each day on which something changed, and then the list of all. */
export function* listAsOfFiles(site: JsonSite): Iterable<JsonFile> {
  const spans = listChangeDays(site.record);
  for (const span of spans)
    yield {
      path: dayPath(span),
      schema: "as-of",
      make: () => makeDay(site, span),
    };
  yield {
    path: "/data/as-of/index.json",
    schema: "as-of-index",
    make: () => ({ items: spans.map((span) => makeSpan(site, span)) }),
  };
}
