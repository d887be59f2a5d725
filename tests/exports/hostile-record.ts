import type { Change } from "../../src/model/change.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { makeRecord } from "../derive/make-record.ts";

/** Words that one format or another would trip over, each as it is authored. */
export const HOSTILE = {
  formula: '=HYPERLINK("https://evil.example","click")',
  spaced: " \t=1+1",
  plus: "+1",
  minus: "-1 to 3",
  at: "@SUM(A1)",
  wide: "＝1+1",
  apostrophe: "'quoted' words",
  lines: 'one, "two"\r\nthree\nfour\rfive; six\\seven|eight',
  markup: "</script><!-- ]]> & &amp; <b>",
  signs: "\u{1F6A2}".repeat(40) + "é".repeat(80),
  rtl: "\u202Eمرسى السفن\u202C",
  long: `${"A long note, ".repeat(385)}and its end`,
};

const CHANGE: Change = {
  id: "hostile",
  date: "2023-11",
  reason: "editorial",
  summary: Object.values(HOSTILE).join(" "),
  claims: ["formula"],
};

/** A record with a claim for each of the hostile words, all of which run out in a year, month or on a day. */
export function makeHostileRecord(): AgreementRecord {
  const ends = ["2030", "2030-02", "2030-12-31"];
  return makeRecord(
    ["2020-01-01"],
    Object.entries(HOSTILE).map(([id, words], at) => ({
      id,
      ...(at === 0 ? { version: "2020-01-01" } : {}),
      value: words,
      statement: words,
      note: words,
      valid_from: "2020-01-01",
      valid_to: ends[at % ends.length]!,
      date_kind: "expires",
      sources: [{ id: "paper", locator: words }, { id: "paper" }],
    })),
    {
      changes: [CHANGE],
      tables: [{ id: "whole", kind: "terms", title: "Whole", summary: "All." }],
    },
  );
}
