import { count, formatReport, loadRecord } from "../src/model/index.ts";
import { contentFolder } from "./content-folder.ts";
import { readFlags } from "./read-flags.ts";

const { values } = readFlags({
  options: { content: { type: "string", default: "content" } },
});
const { folder, shownAs } = contentFolder(values.content);
const { record, problems } = loadRecord(folder, shownAs);

if (problems.length > 0) console.error(formatReport(problems));
if (record) {
  const { claims, sources, versions, terms, tables, explainers } = record;
  console.log(
    [
      count(claims.length, "claim"),
      count(sources.length, "source"),
      count(versions.length, "version"),
      count(terms.length, "term"),
      count(tables.length, "table"),
      count(explainers.length, "explainer"),
    ].join(", ") + ": no problems.",
  );
} else process.exitCode = 1;
