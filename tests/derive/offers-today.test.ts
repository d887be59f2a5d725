import { expect, test } from "vitest";
import { deriveOffersToday } from "../../src/derive/offers-today.ts";
import type { Offering } from "../../src/model/offering.ts";
import { AS_OF } from "./generate-record.ts";
import { makeRecord } from "./make-record.ts";

const offering = (
  id: string,
  given: Pick<Offering, "channel" | "since"> & Partial<Offering>,
): Offering => ({
  id,
  title: id,
  products: ["berth"],
  form: "lease",
  status: "ga",
  sources: [{ id: "paper" }],
  ...given,
});

test("what is on offer on the record's day is listed by channel, newest first, announced ones last", () => {
  const record = makeRecord([], [], {
    channels: [
      { id: "desk", name: "Desk", party: "port" },
      { id: "door", name: "Door", party: "port" },
      { id: "net", name: "Net", party: "port" },
    ],
    offerings: [
      offering("old", { channel: "desk", since: "2001" }),
      offering("new", { channel: "desk", since: "2002", status: "announced" }),
      offering("seen", { channel: "desk", since: "2000", first_seen: true }),
      offering("over", { channel: "desk", since: "2000", until: "2001" }),
      offering("not", {
        channel: "desk",
        since: "2000",
        status: "not-offered",
      }),
      // It may have ended: the day is known by its year only.
      offering("ending", {
        channel: "net",
        since: "2000",
        until: AS_OF.slice(0, 4),
      }),
      offering("later", { channel: "door", since: "2999" }),
    ],
  });
  expect(
    deriveOffersToday(record).map(({ name, offers }) => [
      name,
      offers.map(({ id, entry }) => `${id}: ${entry.words}`),
    ]),
  ).toEqual([
    [
      "Desk",
      [
        "old: generally available, since 2001",
        "seen: generally available, since 2000 at the latest",
        "new: announced, since 2002",
      ],
    ],
  ]);
});
