import { describe, expect, test } from "vitest";
import { dealEntry } from "../../src/derive/table-deals.ts";
import type { Deal } from "../../src/model/deal.ts";
import { makeRecord } from "./make-record.ts";

const parties = ["port", "tenant"].map((id) => ({
  id,
  name: id,
  kind: "company" as const,
}));
const record = makeRecord([], [], {
  parties: parties as unknown as ReturnType<typeof makeRecord>["parties"],
});

function entryOf(deal: Partial<Deal>) {
  return dealEntry(record, {
    id: "lease",
    from: "tenant",
    to: "port",
    kind: "compute",
    amount_usd: 1,
    announced: "2020-01-01",
    status: "signed",
    confidence: "primary",
    sources: [{ id: "paper" }],
    ...deal,
  });
}

const detailOf = (deal: Partial<Deal>) => entryOf(deal).detail;

test("an amount says how exact it is", () => {
  expect(
    ([undefined, "about", "at-least", "at-most"] as const).map(
      (amount_is) => entryOf({ amount_is }).words,
    ),
  ).toEqual([
    "tenant to port: $1 billion",
    "tenant to port: about $1 billion",
    "tenant to port: at least $1 billion",
    "tenant to port: up to $1 billion",
  ]);
});

describe("what is said beside a deal's amount", () => {
  test("is first how the deal stands, then what is to be said of the amount", () => {
    expect(
      detailOf({
        term_years: 5,
        capacity_gw: 2,
        amount_note: "ten a year in an earlier account",
      }),
    ).toBe(
      "announced on 1 January 2020, signed; 2 GW; over 5 years. Amount: ten a year in an earlier account",
    );
  });

  test("says once that it is known from reports", () => {
    expect(detailOf({ status: "reported", confidence: "reported" })).toBe(
      "reported only, on 1 January 2020",
    );
    expect(detailOf({ confidence: "reported" })).toBe(
      "announced on 1 January 2020, signed; known from reports",
    );
  });
});
