import { expect, test } from "vitest";
import { judgeAudit } from "../../scripts/judge-audit.ts";

test.each([
  [
    "no package is known to be at fault",
    "clean",
    { vulnerabilities: { total: 0 } },
  ],
  ["one is", "fault", { vulnerabilities: { total: 1, high: 1 } }],
])("when %s, the audit is: %s", (_, judgement, metadata) => {
  expect(judgeAudit(JSON.stringify({ metadata }))).toBe(judgement);
});

test.each([
  ["all are signed", "clean", { invalid: [], missing: [] }],
  ["one is signed by another", "fault", { invalid: [{}], missing: [] }],
  ["one is not signed", "fault", { invalid: [], missing: [{}] }],
])("when %s, the check of signatures is: %s", (_, judgement, answer) => {
  expect(judgeAudit(JSON.stringify(answer))).toBe(judgement);
});

test.each([
  "",
  "null",
  "<html>",
  '{"error":{"code":"ENOTFOUND"}}',
  '{"statusCode":405,"error":{"summary":""}}',
  '{"metadata":null}',
])("%j is no answer, and so no reason to stop", (printed) => {
  expect(judgeAudit(printed)).toBe("no answer");
});
