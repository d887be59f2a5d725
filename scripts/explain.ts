import {
  explainAddress,
  findMoved,
  listNear,
  parseAddress,
} from "../src/explain/explain-address.ts";
import { formatExplanation } from "../src/explain/format-explanation.ts";
import { formatReport, loadRecord } from "../src/model/index.ts";
import { nearestAddresses } from "../src/scripts/nearest-addresses.ts";
import { contentFolder } from "./content-folder.ts";
import { readFlags } from "./read-flags.ts";

const MAX_NEAR = 5;

const { values, positionals } = readFlags({
  options: { content: { type: "string", default: "content" } },
  allowPositionals: true,
});
const { folder, shownAs } = contentFolder(values.content);
const { record, problems, placeOf } = loadRecord(folder, shownAs);
const [asked] = positionals;

function fail(...lines: string[]): void {
  console.error(lines.join("\n"));
  process.exitCode = 1;
}

if (!record) fail(formatReport(problems));
else if (asked === undefined)
  fail("Unexpected absence of an address, expected one such as /terms/<id>/");
else {
  const address = parseAddress(record, asked);
  const explanation = explainAddress(record, placeOf, address);
  if (explanation) console.log(formatExplanation(record, placeOf, explanation));
  else {
    const { path, id } = address;
    const whole = id === undefined ? path : `${path}#${id}`;
    const moved = findMoved(record, address);
    const near = nearestAddresses(whole, listNear(record, path), MAX_NEAR);
    if (moved)
      fail(
        `Unexpected address \`${whole}\`, expected where it went: ${moved.join(", ") || "nowhere, it was retired"}`,
      );
    else
      fail(
        `Unexpected address \`${whole}\`, expected one that the record makes${near.length > 0 ? "; the nearest:" : ""}`,
        ...near.map((one) => `  ${one}`),
      );
  }
}
