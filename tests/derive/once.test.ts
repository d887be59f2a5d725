import { describe, expect, test } from "vitest";
import { neighbours } from "../../src/derive/neighbours.ts";
import {
  oncePerKey,
  oncePerRecord,
  rememberLast,
} from "../../src/derive/once.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { loadChecked } from "../load-fixture.ts";

const record = loadChecked("tests/fixtures/minimal");
const other = { ...record };

/** A record that counts how often what was derived of it is asked for. */
function watched(): { record: AgreementRecord; asked: () => number } {
  let asked = 0;
  return {
    asked: () => asked,
    record: {
      ...record,
      remember: (derive) => {
        const value = derive();
        return () => {
          asked += 1;
          return value;
        };
      },
    },
  };
}

describe("what is asked for again and again", () => {
  test("is derived once for each record", () => {
    let derived = 0;
    const count = oncePerRecord(({ claims }) => [(derived += 1), claims]);
    expect(count(record)).toBe(count(record));
    expect(count(other)).not.toBe(count(record));
    expect(derived).toBe(2);
    count.know(record, () => [9, []]);
    expect(count(record)).toEqual([9, []]);
  });

  test("is derived once for each key", () => {
    let derived = 0;
    const once = oncePerKey<string>();
    const get = (of: AgreementRecord, key: string) =>
      once(of, key, () => `${key} ${(derived += 1)}`);
    expect([get(record, "a"), get(record, "b")]).toEqual(["a 1", "b 2"]);
    expect([get(record, "a"), get(other, "a")]).toEqual(["a 1", "a 3"]);
  });

  test("is derived again after something else where only the last is kept", () => {
    const asked: string[] = [];
    const last = rememberLast((_, one: object, word: string) => {
      asked.push(word);
      return one;
    });
    const [a, b] = [{}, {}];
    for (const one of [a, a, b, b, a]) expect(last(record, one, "x")).toBe(one);
    last(record, a, "y");
    last(other, a, "z");
    last(record, a, "y");
    expect(asked).toEqual(["x", "x", "x", "y", "z"]);
  });

  test("says each time that it was asked for, where somebody watches", () => {
    const { record, asked } = watched();
    const once = oncePerRecord(() => 1);
    const perKey = oncePerKey<number>();
    const last = rememberLast(() => 3);
    for (let time = 0; time < 2; time += 1)
      expect([
        once(record),
        perKey(record, "k", () => 2),
        last(record),
      ]).toEqual([1, 2, 3]);
    expect(asked()).toBe(6);
  });
});

test("neighbours stand before and after, if they are there", () => {
  expect(neighbours(["a", "b", "c"], "b")).toEqual(["a", "c"]);
  expect(neighbours(["a", "b"], "a")).toEqual([undefined, "b"]);
  expect(neighbours(["a"], "z")).toEqual([undefined, undefined]);
});
