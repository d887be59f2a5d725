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

/** What was found, in words; `spelling` is how the author wrote it, which for numbers is not how it prints. */
function shown(input: unknown, spelling: string): string {
  if (input === null) return "empty value";
  if (Array.isArray(input)) return input.length === 0 ? "empty list" : "list";
  if (typeof input === "object") return "mapping";
  const text = typeof input === "string" ? input.trim() : spelling;
  if (text === "") return "empty text";
  const type = typeof input === "string" ? "" : `${typeof input} `;
  return `${type}\`${(text.length > 60 ? `${text.slice(0, 60)}…` : text).replace(/\s+/g, " ")}\``;
}

function describeType(
  issue: Issue & { code: "invalid_type" },
  path: Path,
  spelling: string,
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
  return {
    rule: "value-type",
    path,
    key: false,
    message: `Unexpected ${shown(issue.input, spelling)}, expected ${expected}`,
    hint: asWritten(issue, last, spelling),
  };
}

/** The author's own value in the form that was expected, where only its form is wrong. */
function asWritten(
  issue: Issue & { code: "invalid_type" },
  key: string | number | undefined,
  spelling: string,
): string | undefined {
  const { expected, input } = issue;
  const prefix = typeof key === "string" ? `${key}: ` : "";
  const plain = typeof input === "number" || typeof input === "boolean";
  if (expected === "string" && plain) return `${prefix}"${spelling}"`;
  if (typeof input !== "string" || input.trim() === "") return undefined;
  if (expected === "array") return `${prefix}[${spelling}]`;
  const number = expected === "number" && Number.isFinite(Number(input));
  return number ? `${prefix}${input.trim()}` : undefined;
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

/**
 * Turns one zod issue into descriptions; `known` are the keys allowed where the issue stands, `spell` gives
 * the text that an author wrote at a path.
 */
export function describeIssue(
  issue: Issue,
  known: readonly string[],
  spell: (path: Path) => string,
): Description[] {
  const path = issue.path.map((step) =>
    typeof step === "symbol" ? String(step) : step,
  );
  switch (issue.code) {
    case "invalid_type":
      return [describeType(issue, path, spell(path))];
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
      const message = `Unexpected ${shown(issue.input, spell(path))}, expected one of ${list(issue.values)}`;
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
      const near = didYouMean(String(input), options.map(String));
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
              message: `Unexpected ${shown(input, spell(path))}, ${expected}`,
              hint: near ? `did you mean \`${near}\`?` : undefined,
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
          message: `Unexpected ${shown(issue.input, spell(path))}, expected ${expected}`,
        },
      ];
    }
    default:
      return [
        {
          rule: "value-type",
          path,
          key: false,
          message: `Unexpected ${shown(issue.input, spell(path))}, expected ${issue.message}`,
        },
      ];
  }
}
