import { parseArgs } from "node:util";
import { deriveTable } from "../src/derive/table.ts";
import { formatTextTable } from "../src/exports/text-table.ts";
import { formatReport, loadRecord } from "../src/model/index.ts";
import { contentFolder } from "./content-folder.ts";

const { values, positionals } = parseArgs({
  options: { content: { type: "string", default: "content" } },
  allowPositionals: true,
});
const { folder, shownAs } = contentFolder(values.content);
const { record, problems } = loadRecord(folder, shownAs);
const spec = record?.byId.tables.get(positionals[0] ?? "");

if (!record) {
  console.error(formatReport(problems));
  process.exitCode = 1;
} else if (spec) console.log(formatTextTable(deriveTable(record, spec)));
else {
  console.error(
    `Unexpected table \`${positionals[0] ?? ""}\`, expected one of:`,
  );
  for (const { id, title } of record.tables)
    console.error(`  ${id.padEnd(28)}${title}`);
  process.exitCode = 1;
}
