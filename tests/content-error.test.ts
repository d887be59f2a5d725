import { expect, test } from "vitest";
import { ContentError } from "../src/content-error.ts";
import type { Problem } from "../src/model/index.ts";

const problem = (line: number, severity: Problem["severity"]): Problem => ({
  rule: "known-id",
  severity,
  message: "Unexpected source `quay`, expected an id of a document",
  place: {
    file: "pier/data/terms.yaml",
    line,
    column: 3,
    length: 4,
    excerpt: "",
  },
  hint: `line ${line}`,
});

test("broken content is an error at its first problem, with five of them and a count of the rest", () => {
  const lines = [9, 3, 7, 4, 8, 6, 5].map((line) => problem(line, "error"));
  const error = new ContentError([problem(1, "warning"), ...lines], (file) =>
    file.replace("pier", "/far/pier"),
  );
  expect(error.message).toMatchInlineSnapshot(`
    "pier/data/terms.yaml:3:3 Unexpected source \`quay\`, expected an id of a document [known-id]
    pier/data/terms.yaml:4:3 Unexpected source \`quay\`, expected an id of a document [known-id]
    pier/data/terms.yaml:5:3 Unexpected source \`quay\`, expected an id of a document [known-id]
    pier/data/terms.yaml:6:3 Unexpected source \`quay\`, expected an id of a document [known-id]
    pier/data/terms.yaml:7:3 Unexpected source \`quay\`, expected an id of a document [known-id]
    … and 2 more problems."
  `);
  error.loc.file = "/project/far/pier/data/terms.yaml";
  expect({ ...error.loc, hint: error.hint, stack: error.stack }).toEqual({
    file: "/far/pier/data/terms.yaml",
    line: 3,
    column: 3,
    hint: "line 3",
    stack: "",
  });
  expect(String(error)).toBe("The content has problems");
});
