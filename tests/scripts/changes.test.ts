import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { deriveEdition } from "../../src/derive/edition.ts";
import type { RecordDifference } from "../../src/exports/record-difference.ts";
import { editMinimal } from "../exports/edit-minimal.ts";
import { loadChecked } from "../load-fixture.ts";
import { MINIMAL, replaceIn } from "../model/copy-minimal.ts";
import { commit, commitCopy } from "./commit-content.ts";
import { runScript } from "./run-script.ts";

let edition: string;
beforeAll(() => {
  edition = deriveEdition(loadChecked(MINIMAL)).id;
});

const commitMinimal = () => commitCopy(MINIMAL);

const changes = (content: string, ...flags: string[]) =>
  runScript("scripts/changes.ts", "--content", content, ...flags);

describe("npm run changes", () => {
  test("says that nothing differs from the last commit", async () => {
    const content = commitMinimal();
    const { code, out } = await changes(content);
    expect(code).toBe(0);
    expect(out).toBe(
      `# What readers will see\n\nNo difference: edition \`${edition}\` says the same.\n`,
    );
  });

  test("tells what was edited since the last commit, as Markdown and as JSON", async () => {
    const content = commitMinimal();
    editMinimal(content);
    const { out } = await changes(content);
    expect(out).toContain("| Base rent | 28 February 2008 | — | 30 crowns");
    const { out: json } = await changes(content, "--json");
    const read = JSON.parse(json) as RecordDifference;
    expect(read.before).toBe(edition);
    expect(read.feed.map(({ id }) => id)).toEqual([
      "gazette-figure-misread",
      "rent-lowered",
    ]);
  });

  test("finds an edition among the commits, and a commit by any name", async () => {
    const content = commitMinimal();
    editMinimal(content);
    commit(content);
    const latest = await changes(content);
    expect(latest.out).toContain("No difference");
    for (const since of [edition, "HEAD~1"]) {
      const { out } = await changes(content, "--since", since);
      expect(out, since).toContain(`Edition \`${edition}\` → `);
    }
  });

  test("looks at the past even where a rule of today would not have it", async () => {
    const content = commitMinimal();
    replaceIn(content, "data/coverage.yaml", "  mistake: ended\n", "");
    commit(content);
    replaceIn(
      content,
      "data/coverage.yaml",
      "  judged: outdated\n",
      "  judged: outdated\n  mistake: ended\n",
    );
    const { code, out } = await changes(content);
    expect(code).toBe(0);
    expect(out).toContain("## Entries");
  });

  test("prints the report of a past that cannot be derived", async () => {
    const content = commitMinimal();
    const claims = "data/claims/rent.yaml";
    replaceIn(content, claims, "{id: tide-gazette-2007-10-05}", "{id: lost}");
    commit(content);
    replaceIn(content, claims, "{id: lost}", "{id: tide-gazette-2007-10-05}");
    const { code, err } = await changes(content);
    expect(code).toBe(1);
    expect(err).toContain("[known-id]");
    expect(err).toContain("cannot be read as entries are written today");
  });

  test.each([
    ["main~99", "Unexpected `--since main~99`, expected a commit, branch"],
    ["--output=x", "Unexpected `--since --output=x`, expected a commit"],
    ["2001-01-01-0123456789ab", "none of 1 does. Name a commit"],
  ])("says so when there is no %s", async (since, message) => {
    const content = commitMinimal();
    const { code, out, err } = await changes(content, `--since=${since}`);
    expect(err).toContain(message);
    expect([code, out]).toEqual([1, ""]);
  });

  test("says so when the content is in no repository, or broken", async () => {
    const content = commitMinimal();
    rmSync(join(content, "../.git"), { recursive: true });
    const { code, err } = await changes(content);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining("expected content in a git repository"),
    ]);
    rmSync(join(content, "site.yaml"));
    expect((await changes(content)).err).toContain("[missing-file]");
  });
});
