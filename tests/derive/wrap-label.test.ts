import { expect, test } from "vitest";
import { wrapLabel } from "../../src/derive/wrap-label.ts";

test("labels break between words, and are cut where they are too long", () => {
  expect(wrapLabel("Right of first refusal", 12, 2)).toEqual([
    "Right of",
    "first refus…",
  ]);
  expect(wrapLabel("Unbreakablelongword", 10, 2)).toEqual(["Unbreakab…"]);
  expect(wrapLabel("租金和其他條款", 8, 1)).toEqual(["租金和…"]);
});
