import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createKeptReads,
  formatReport,
  loadDraft,
  loadRecord,
} from "../../src/model/index.ts";
import { LEDGER_FILE, PINS_FILE } from "../../src/model/load.ts";
import { formatLedger } from "../../src/model/ledger.ts";
import { hashSnapshot } from "../../src/model/pin.ts";
import { formatPins, sealPins } from "../../src/model/pins-file.ts";
import { filesBelow } from "../scripts/compare-sites.ts";
import { applyEdits, edits, writeEdited } from "../scripts/edited-content.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const content = join(temporaryFolder("kept-reads"), "content");

const EDITION = "2008-01-01-0123456789ab";
const SAYS = {
  is: "redline" as const,
  page: "/compare/signed..amended/",
  title: "Two versions",
  totals: "Nothing changed.",
  sections: [],
  sources: [],
};
const PINS = formatPins([
  { pin: hashSnapshot(SAYS), since: EDITION, says: SAYS },
]);
const LEDGER = formatLedger({
  edition: EDITION,
  pins: sealPins(PINS),
  items: [{ item: "claims/lost", is: "claim", says: "Gone.", since: EDITION }],
  pages: [{ page: "/", since: EDITION }],
});

/** Cuts one of the files short: most of what is left can be read no more. */
const cut = fc.record({ file: fc.nat(), at: fc.double({ min: 0, max: 1 }) });

function cutFile({ file, at }: { file: number; at: number }): void {
  const names = filesBelow(content);
  const path = join(content, names[file % names.length]!);
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.slice(0, Math.floor(text.length * at)));
}

type Load = typeof loadRecord;

/** All that loading the folder answers with, where every claim and line of prose stands among it. */
function load(loadContent: Load, kept: Parameters<Load>[2]): object {
  const { unchecked, problems, placeOf } = loadContent(content, "saved", kept);
  const said = [
    ...(unchecked?.claims ?? []),
    ...(unchecked?.explainers.flatMap(({ prose }) => prose) ?? []),
    ...(unchecked?.ledger?.items ?? []),
  ];
  return {
    unchecked,
    report: formatReport(problems),
    places: said.map((item) => placeOf(item)),
  };
}

test("what was kept of files gives what reading them all again gives, whatever was saved or cut short", () => {
  const steps = fc.array(fc.tuple(edits, fc.option(cut, { freq: 2 })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(steps, (steps) => {
      const kept = createKeptReads();
      const states = applyEdits(steps.map(([edit]) => edit));
      for (const [index, state] of states.entries()) {
        writeEdited(content, state);
        writeFileSync(join(content, LEDGER_FILE), LEDGER);
        writeFileSync(join(content, PINS_FILE), PINS);
        const damage = steps[index]![1];
        if (damage) cutFile(damage);
        for (const loadContent of [loadRecord, loadDraft])
          expect(load(loadContent, kept)).toEqual(load(loadContent, undefined));
      }
    }),
    { numRuns: 30 },
  );
});
