import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const read = (path: string) =>
  JSON.parse(readFileSync(path, "utf8")) as {
    license?: string;
    version: string;
    dependencies?: { [name: string]: string };
    devDependencies?: { [name: string]: string };
  };

const { dependencies, devDependencies } = read("package.json");
const wanted = Object.entries({ ...dependencies, ...devDependencies });

/** Licences that ask for no more than a notice; MPL 2.0 also for the source of what is changed in its files. */
const LICENCES = ["MIT", "ISC", "BSD-3-Clause", "Apache-2.0", "MPL-2.0"];

/** Every package that the decision names, a list for each line. Where the first one's scope is left out, it is put back. */
const named = readFileSync("docs/decisions/0006-dependencies.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(2)
  .flatMap((line) => {
    const names = line
      .split("|")[1]!
      .split(",")
      .map((name) => name.trim());
    const scope = /^@citation-js\//.exec(names[0]!)?.[0] ?? "";
    return names.map((name) => (name.startsWith(scope) ? name : scope + name));
  });

/** All types come for one reason, and stand there as one. */
const asNamed = (name: string) => name.replace(/^@types\/.*/, "@types/*");

describe.each(wanted)("the package %s", (name, version) => {
  test("is pinned, and installed as pinned", () => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(read(`node_modules/${name}/package.json`).version).toBe(version);
  });

  test("has a licence that we know", () => {
    expect(LICENCES).toContain(
      read(`node_modules/${name}/package.json`).license,
    );
  });
});

test("the decision on dependencies gives the reason for each package, and for no other", () => {
  const names = wanted.map(([name]) => asNamed(name));
  expect(named.toSorted()).toEqual([...new Set(names)].sort());
});
