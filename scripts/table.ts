import { deriveRedlinePage } from "../src/derive/redline-page.ts";
import { deriveTable } from "../src/derive/table.ts";
import { formatTextRedline } from "../src/exports/text-redline.ts";
import { formatTextTable } from "../src/exports/text-table.ts";
import { didYouMean } from "../src/model/did-you-mean.ts";
import { formatReport, loadRecord } from "../src/model/index.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { compareDates } from "../src/model/partial-date.ts";
import { contentFolder } from "./content-folder.ts";
import { readFlags } from "./read-flags.ts";

/** The table that was probably meant, or the two versions. */
function nearTable(record: AgreementRecord, asked: string): string | undefined {
  const ids = asked.split("..");
  if (ids.length !== 2) return didYouMean(asked, record.byId.tables.keys());
  const near = ids.map((id) => didYouMean(id, record.byId.versions.keys()));
  return near[0] && near[1] && near.join("..");
}

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
else if (from && to && compareDates(from.date, to.date) < 0)
  console.log(formatTextRedline(deriveRedlinePage(record, from, to)));
else if (from && to) {
  console.error(
    from === to
      ? `Unexpected version \`${from.id}\` beside itself, expected two versions`
      : `Unexpected order \`${asked}\`, expected the earlier version first: \`${to.id}..${from.id}\``,
  );
  process.exitCode = 1;
} else {
  const near = nearTable(record, asked);
  console.error(
    `Unexpected table \`${asked}\`, expected two versions as \`<id>..<id>\`, or one of:`,
  );
  for (const { id, title } of record.tables)
    console.error(`  ${id.padEnd(28)}${title}`);
  if (near) console.error(`hint: did you mean \`${near}\`?`);
  process.exitCode = 1;
}
