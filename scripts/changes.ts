import { formatDifference } from "../src/exports/format-difference.ts";
import { compareRecords } from "../src/exports/record-difference.ts";
import { formatReport, loadDraft } from "../src/model/index.ts";
import { contentFolder } from "./content-folder.ts";
import { loadPast, NoPast } from "./past-content.ts";
import { readFlags } from "./read-flags.ts";

const { values } = readFlags({
  options: {
    content: { type: "string", default: "content" },
    since: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const { folder, shownAs } = contentFolder(values.content);
const { record, problems } = loadDraft(folder, shownAs);

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

if (!record) fail(formatReport(problems));
else
  try {
    const past = await loadPast(folder, values.since, record.ledger?.edition);
    const difference = compareRecords(past, record);
    process.stdout.write(
      values.json
        ? `${JSON.stringify(difference, null, 2)}\n`
        : formatDifference(difference),
    );
  } catch (error) {
    if (!(error instanceof NoPast)) throw error;
    fail(error.message);
  }
