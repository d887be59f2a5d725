import { describe, expect, test } from "vitest";
import { differCalendar } from "../../../src/exports/calendar/differ-calendar.ts";
import { listCalendarDates } from "../../../src/exports/calendar/calendars.ts";
import { acceptLedger } from "../../../src/ledger/accept-ledger.ts";
import { deriveEdition } from "../../../src/derive/edition.ts";
import type { Claim } from "../../../src/model/claim.ts";
import { indexRecord } from "../../../src/model/record.ts";
import type { AgreementRecord, Authored } from "../../../src/model/record.ts";
import { loadChecked } from "../../load-fixture.ts";

type Edit = (record: AgreementRecord) => Partial<Authored>;

const OTHER = loadChecked("tests/fixtures/other-agreement");
const LEASE = "spectrograph-1997-10-20";

/** The record with its edition accepted, then edited. */
function next(record: AgreementRecord, edit: Edit): AgreementRecord {
  const accepted = { ...record, ledger: accept(record) };
  return indexRecord({ ...accepted, ...edit(accepted) });
}

function accept(record: AgreementRecord) {
  const { id } = deriveEdition(record);
  return acceptLedger(record, new Map(), [], id);
}

const change = (
  record: AgreementRecord,
  id: string,
  claims: string[],
  withdraws?: string[],
) => [
  ...record.changes,
  {
    id,
    date: "1999-07-01",
    reason: "we-corrected" as const,
    summary: "It was misread.",
    claims,
    ...(withdraws ? { withdraws } : {}),
  },
];

/** An editor writes another end for a claim, and says why. */
const endOn =
  (id: string, valid_to: string, name: string): Edit =>
  (record) => ({
    claims: record.claims.map((claim) =>
      claim.id === id ? { ...claim, valid_to } : claim,
    ),
    changes: change(record, name, [id]),
  });

const entry = (record: AgreementRecord, stem: string) =>
  listCalendarDates(record).find(({ uid }) => uid.startsWith(stem))!;
const lease = (record: AgreementRecord) =>
  entry(record, `claims/${LEASE}/end@`);

const later = (record: AgreementRecord, claim: Partial<Claim>): Claim => ({
  ...record.byId.claims.get(LEASE)!,
  id: "spectrograph-sold",
  version: "1998-11-05",
  effect: "ends",
  valid_from: "1998-11-05",
  supersedes: [LEASE],
  date_kind: "announced",
  ...claim,
});

describe("a date that moves between two editions", () => {
  test("keeps its identity and raises its sequence by one each time", () => {
    const first = next(OTHER, endOn(LEASE, "2002", "to-2002"));
    const second = next(first, endOn(LEASE, "2002-06", "to-june"));
    const dates = [OTHER, first, second].map(lease);
    expect(dates.map(({ date }) => date)).toEqual([
      "2001-12-31",
      "2002",
      "2002-06",
    ]);
    expect(dates.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
    expect(new Set(dates.map(({ uid }) => uid)).size).toBe(1);
    const [difference] = differCalendar(OTHER, first);
    expect(difference).toMatchObject({
      kind: "moved",
      before: "31 December 2001",
      after: "2002",
      calendars: ["/feeds/dates.ics", "/feeds/dates/spectrograph.ics"],
    });
  });

  test("has the sequence of an edition, however often the record is read", () => {
    const first = next(OTHER, endOn(LEASE, "2002", "to-2002"));
    const accepted = indexRecord({ ...first, ledger: accept(first) });
    expect(lease(accepted)).toEqual(lease(first));
  });

  test("keeps its identity when its claim is renamed", () => {
    const renamed = next(OTHER, (record) => ({
      claims: record.claims.map((claim) =>
        claim.id === LEASE ? { ...claim, id: "lease-of-1997" } : claim,
      ),
      moves: [
        ...record.moves,
        {
          id: "renamed",
          date: "1999-07-01",
          from: `/claims/${LEASE}/`,
          to: ["/claims/lease-of-1997/"],
          why: "Clearer.",
        },
      ],
    }));
    expect(lease(renamed)).toMatchObject({
      href: "/claims/lease-of-1997/",
      sequence: 0,
      cancelled: undefined,
    });
    expect(differCalendar(OTHER, renamed)).toEqual([]);
  });

  test("of a review keeps its identity too, and is called off once nothing is left to look at", () => {
    const due =
      (review_by: string | undefined): Edit =>
      ({ openQuestions }) => ({
        openQuestions: openQuestions.map(({ review_by: _, ...question }) =>
          review_by ? { ...question, review_by } : question,
        ),
      });
    const stem = "open-questions/spectrograph-fee/review@";
    const steps = [due("1999-09"), due("1999-12"), due(undefined), due("2000")];
    let record = OTHER;
    const found = steps.map((step) => {
      record = next(record, step);
      const { date, sequence, cancelled } = entry(record, stem);
      return [date, sequence, cancelled !== undefined];
    });
    expect(found).toEqual([
      ["1999-09", 0, false],
      ["1999-12", 1, false],
      ["1999-12", 2, true],
      ["2000", 3, false],
    ]);
  });
});

describe("a date that no longer counts", () => {
  test("stays as cancelled, with why, when its claim is withdrawn", () => {
    const after = next(OTHER, (record) => ({
      changes: change(record, "taken-back", [], [LEASE]),
    }));
    expect(lease(after)).toMatchObject({
      sequence: 1,
      cancelled: "Withdrawn on 1 July 1999: It was misread.",
    });
    expect(differCalendar(OTHER, after).map(({ kind }) => kind)).toEqual([
      "cancelled",
    ]);
  });

  test("stays when its term ended before, and comes back when that was wrong", () => {
    const ended = next(OTHER, (record) => ({
      claims: [...record.claims, later(record, {})],
    }));
    expect(lease(ended).cancelled).toContain("Overtaken on 5 November 1998");
    const undone = next(ended, (record) => ({
      changes: change(record, "not-sold", [], ["spectrograph-sold"]),
    }));
    const dates = [OTHER, ended, undone].map(lease);
    expect(dates.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
    expect(dates[2]!.cancelled).toBeUndefined();
  });

  test("stays when what it was about is gone from the record", () => {
    const asked = next(OTHER, ({ openQuestions }) => ({
      openQuestions: openQuestions.map((question) => ({
        ...question,
        review_by: "1999-09",
      })),
    }));
    const gone = next(asked, (record) => ({
      openQuestions: [],
      moves: [
        ...record.moves,
        {
          id: "answered",
          date: "1999-07-01",
          from: "/open-questions/#spectrograph-fee",
          to: [],
          why: "It was answered.",
        },
      ],
    }));
    expect(entry(gone, "open-questions/spectrograph-fee/")).toMatchObject({
      sequence: 1,
      cancelled: "The record no longer holds this.",
      summary:
        "To be looked at again by September 1999: How much was the fee for the spectrograph?",
    });
  });

  test("stays in the calendar when it has passed", () => {
    const much = next(OTHER, ({ site }) => ({
      site: { ...site, as_of: "2005-01-01" },
    }));
    expect(lease(much)).toMatchObject({ sequence: 0, cancelled: undefined });
  });
});
