import type { z } from "zod";
import { didYouMean } from "./did-you-mean.ts";
import type { Path } from "./yaml-file.ts";

type Issue = z.core.$ZodIssue;

/** A zod issue in the project's words, and the path (or key) it is about. */
export interface Description {
  rule: string;
  path: Path;
  key: boolean;
  message: string;
  hint?: string | undefined;
}

const EXPECTED: { [type: string]: string } = {
  string: "text in quotes",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping of keys",
};

function list(values: readonly unknown[]): string {
  return values.map((value) => `\`${String(value)}\``).join(", ");
}

function shown(input: unknown): string {
  if (input === null) return "an empty value";
  if (Array.isArray(input))
    return input.length === 0 ? "an empty list" : "a list";
  if (typeof input === "object") return "a mapping";
  const text = String(input);
  const type = typeof input === "string" ? "" : `${typeof input} `;
  return `${type}\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}

function describeType(
  issue: Issue & { code: "invalid_type" },
  path: Path,
): Description {
  const last = path.at(-1);
  const expected = EXPECTED[issue.expected] ?? issue.expected;
  if (issue.input === undefined) {
    return {
      rule: "missing-key",
      path,
      key: true,
      message: `Unexpected entry without \`${String(last)}\`, expected ${expected}`,
      hint: `add \`${String(last)}:\``,
    };
  }
  const bare =
    issue.expected === "string" &&
    ["number", "boolean"].includes(typeof issue.input);
  return {
    rule: "value-type",
    path,
    key: false,
    message: `Unexpected ${shown(issue.input)}, expected ${expected}`,
    hint: bare
      ? `${typeof last === "string" ? `${last}: ` : ""}"${String(issue.input)}"`
      : undefined,
  };
}

function describeKeys(
  issue: Issue & { code: "unrecognized_keys" },
  path: Path,
  known: readonly string[],
): Description[] {
  return issue.keys.map((name) => {
    const near = didYouMean(name, known);
    return {
      rule: "unknown-key",
      path: [...path, name],
      key: true,
      message: `Unexpected key \`${name}\`, expected one of ${list(known)}`,
      hint: near ? `did you mean \`${near}\`?` : undefined,
    };
  });
}

/** Turns one zod issue into descriptions; `known` are the keys allowed where the issue stands. */
export function describeIssue(
  issue: Issue,
  known: readonly string[],
): Description[] {
  const path = issue.path.map((step) =>
    typeof step === "symbol" ? String(step) : step,
  );
  switch (issue.code) {
    case "invalid_type":
      return [describeType(issue, path)];
    case "unrecognized_keys":
      return describeKeys(issue, path, known);
    case "invalid_value": {
      if (issue.input === undefined) {
        const last = String(path.at(-1));
        const message = `Unexpected entry without \`${last}\`, expected one of ${list(issue.values)}`;
        return [
          {
            rule: "missing-key",
            path,
            key: true,
            message,
            hint: `add \`${last}:\``,
          },
        ];
      }
      const near = didYouMean(String(issue.input), issue.values.map(String));
      const message = `Unexpected ${shown(issue.input)}, expected one of ${list(issue.values)}`;
      const hint = near ? `did you mean \`${near}\`?` : undefined;
      return [{ rule: "value-type", path, key: false, message, hint }];
    }
    case "invalid_union": {
      const options =
        "options" in issue && Array.isArray(issue.options) ? issue.options : [];
      const last = String(path.at(-1));
      const input = (issue.input as { [key: string]: unknown } | undefined)?.[
        last
      ];
      const expected = `expected one of ${list(options)}`;
      return input === undefined
        ? [
            {
              rule: "missing-key",
              path,
              key: true,
              message: `Unexpected entry without \`${last}\`, ${expected}`,
              hint: `add \`${last}:\``,
            },
          ]
        : [
            {
              rule: "value-type",
              path,
              key: false,
              message: `Unexpected ${shown(input)}, ${expected}`,
            },
          ];
    }
    case "too_small": {
      const expected =
        issue.origin === "array"
          ? "at least one entry"
          : `a number above ${issue.minimum}`;
      return [
        {
          rule: "value-type",
          path,
          key: false,
          message: `Unexpected ${shown(issue.input)}, expected ${expected}`,
        },
      ];
    }
    default:
      return [
        {
          rule: "value-type",
          path,
          key: false,
          message: `Unexpected ${shown(issue.input)}, expected ${issue.message}`,
        },
      ];
  }
}
