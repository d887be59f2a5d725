import { describe, expect, test } from "vitest";
import type { Deal } from "../../src/model/deal.ts";
import { deriveDealsPicture } from "../../src/derive/picture-deals.ts";
import { makeRecord } from "./make-record.ts";

const parties = ["port", "tenant"].map((id) => ({
  id,
  name: id,
  kind: "company" as const,
}));

function makeDeal(deal: Partial<Deal> & { id: string }): Deal {
  return {
    from: "tenant",
    to: "port",
    kind: "compute",
    amount_usd: 1,
    announced: "2020-01-01",
    status: "signed",
    confidence: "primary",
    sources: [{ id: "paper" }],
    ...deal,
  };
}

function rows(...deals: Deal[]) {
  const record = makeRecord([], [], {
    deals,
    parties: parties as unknown as ReturnType<typeof makeRecord>["parties"],
  });
  return deriveDealsPicture(record).groups.flatMap((group) => group.rows);
}

describe("the picture of the deals", () => {
  test("sets equal factors at equal distances, so that small amounts can be read", () => {
    const x = rows(
      makeDeal({ id: "a", amount_usd: 0.5 }),
      makeDeal({ id: "b", amount_usd: 5, announced: "2021" }),
      makeDeal({ id: "c", amount_usd: 50, announced: "2022" }),
    ).map(({ amount }) => amount!.x);
    expect(x[1]! - x[0]!).toBeCloseTo(x[2]! - x[1]!, 1);
  });

  test("says in words that an amount was not published", () => {
    const [row] = rows(makeDeal({ id: "a", amount_usd: null }));
    expect(row!.amount).toBeUndefined();
    expect(row!.unpublished).toBe("compute, amount not published");
  });

  test("tells replaced from reported from announced from firm", () => {
    const got = rows(
      makeDeal({ id: "a", status: "replaced", confidence: "reported" }),
      makeDeal({ id: "b", confidence: "reported" }),
      makeDeal({ id: "c", status: "announced" }),
      makeDeal({ id: "d", status: "completed" }),
    ).map(({ firmness }) => firmness);
    expect(got).toEqual(["replaced", "reported", "announced", "firm"]);
  });
});
