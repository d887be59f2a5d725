import { describe, expect, test } from "vitest";
import { nearestAddresses } from "../../src/scripts/nearest-addresses.ts";

const ADDRESSES = [
  "/",
  "/compute/",
  "/impact/users/",
  "/terms/api-exclusivity/",
  "/terms/ip-exclusivity/",
  "/claims/api-exclusivity-2025-10-28/",
  "/claims/rent-2007/",
  "/glossary/",
];
const near = (missing: string) => nearestAddresses(missing, ADDRESSES, 5);

describe("the nearest addresses", () => {
  test.each([
    ["a mistyped word", "/terms/api-exclusivty/", "/terms/api-exclusivity/"],
    ["the wrong folder", "/term/api-exclusivity", "/terms/api-exclusivity/"],
    ["no folder", "/users/", "/impact/users/"],
    ["a file's name", "/Compute.html", "/compute/"],
    ["an ending cut off", "/claims/rent/", "/claims/rent-2007/"],
  ])("mend %s", (_, missing, best) => {
    expect(near(missing)[0]).toBe(best);
  });

  test("are at most as many as asked for, best first", () => {
    expect(
      nearestAddresses("/terms/api-exclusivity-2025/", ADDRESSES, 2),
    ).toEqual([
      "/terms/api-exclusivity/",
      "/claims/api-exclusivity-2025-10-28/",
    ]);
  });

  test("are none where nothing is near", () => {
    expect(near("/zzzzzzzzzz/")).toEqual([]);
    expect(near("/")).toEqual([]);
  });
});
