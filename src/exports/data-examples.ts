import type { AgreementRecord } from "../model/record.ts";
import { comparePath } from "../derive/redline.ts";

/** A piece of code that a reader can run as it stands, and that the tests run against the built site. */
export interface DataExample {
  id: string;
  title: string;
  language: "bash" | "python" | "ts" | "text";
  code: string;
}

/** What the examples ask for: items that any record has. */
function chooseItems(record: AgreementRecord): { table: string; day: string } {
  const spec =
    record.tables.find(({ kind }) => kind === "terms") ?? record.tables[0];
  return { table: spec?.id ?? "", day: record.site.as_of };
}

/** Examples in the order of how much they ask of a reader. Addresses are the site's own, in full. */
export function listDataExamples(record: AgreementRecord): DataExample[] {
  const { address } = record.site;
  const { table, day } = chooseItems(record);
  const [from, to] = record.timeline.slice(-2);
  const examples: DataExample[] = [
    {
      id: "spreadsheet",
      title: "In a spreadsheet: a table that stays up to date",
      language: "text",
      code: `=IMPORTDATA("${address}/data/tables/${table}.csv")`,
    },
    {
      id: "curl",
      title: "In a terminal: a table as CSV, the same page as Markdown",
      language: "bash",
      code: `curl --fail --silent ${address}/data/tables/${table}.csv
curl --fail --silent ${address}/tables/${table}/index.md`,
    },
    {
      id: "python",
      title: "Python, without a package: every cell with its address",
      language: "python",
      code: `import json
from urllib.request import urlopen

with urlopen("${address}/data/tables/${table}.json") as answer:
    table = json.load(answer)["derived"]

for row in table["rows"]:
    for cell in row["cells"]:
        print(row["label"], "|", cell["words"], "|", cell["url"])`,
    },
    {
      id: "typescript",
      title: "TypeScript: what held on a day",
      language: "ts",
      code: `const wanted = "${day}";
const get = async (address: string) => (await fetch(address)).json();

const { items } = await get("${address}/data/as-of/index.json");
const days = items.find(
  (days: { from: string; to: string }) =>
    days.from <= wanted && wanted <= days.to,
);
const { topics } = await get(days.json_url);
for (const { rows } of topics)
  for (const { label, cells } of rows)
    console.log(\`\${label}: \${cells[0].words}\`);`,
    },
  ];
  if (from && to)
    examples.push({
      id: "redline",
      title: "In a terminal: what changed between two versions",
      language: "bash",
      code: `curl --fail --silent \\
  ${address}/data${comparePath(record, from, to).replace(/\/$/, ".json")}`,
    });
  return examples;
}
