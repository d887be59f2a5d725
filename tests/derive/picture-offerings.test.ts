import { expect, test } from "vitest";
import { deriveOfferingsPicture } from "../../src/derive/picture-offerings.ts";
import { makeRecord } from "./make-record.ts";

test("offers of the same thing on one channel share a lane, and unknown days are steps", () => {
  const offering = {
    title: "Berth",
    products: ["berth"],
    channel: "desk",
    form: "lease",
    sources: [{ id: "paper" }],
  };
  const record = makeRecord([], [], {
    channels: [{ id: "desk", name: "Desk", party: "port" }],
    offerings: [
      { ...offering, id: "b", status: "ga", since: "2022" },
      {
        ...offering,
        id: "a",
        status: "preview",
        since: "2021-05-01",
        until: "2022",
      },
    ],
  });
  const lanes = deriveOfferingsPicture(record).groups[0]!.lanes;
  expect(
    lanes.map(({ segments }) =>
      segments.map(({ fill, pieces }) => [fill, pieces.map((p) => p.part)]),
    ),
  ).toEqual([
    [
      ["preview", ["whole", "upper"]],
      ["general", ["lower", "whole"]],
    ],
  ]);
});
