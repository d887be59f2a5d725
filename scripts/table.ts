import { deriveRedlinePage } from "../src/derive/redline-page.ts";
import { deriveTable } from "../src/derive/table.ts";
import { formatTextRedline } from "../src/exports/text-redline.ts";
import { formatTextTable } from "../src/exports/text-table.ts";
import { formatReport, loadRecord } from "../src/model/index.ts";
import { contentFolder } from "./content-folder.ts";
import { readFlags } from "./read-flags.ts";

const { values, positionals } = readFlags({
  options: { content: { type: "string", default: "content" } },
  allowPositionals: true,
});
const { folder, shownAs } = contentFolder(values.content);
const { record, problems } = loadRecord(folder, shownAs);
const [asked = ""] = positionals;
const spec = record?.byId.tables.get(asked);
const [from, to] = asked.split("..").map((id) => record?.byId.versions.get(id));

if (!record) {
  console.error(formatReport(problems));
  process.exitCode = 1;
} else if (spec) console.log(formatTextTable(deriveTable(record, spec)));
else if (from && to)
  console.log(formatTextRedline(deriveRedlinePage(record, from, to)));
else {
  console.error(
    `Unexpected table \`${asked}\`, expected two versions as \`<id>..<id>\`, or one of:`,
  );
  for (const { id, title } of record.tables)
    console.error(`  ${id.padEnd(28)}${title}`);
  process.exitCode = 1;
}
