import {
  explainAddress,
  listNear,
  parseAddress,
} from "../src/explain/explain-address.ts";
import { findMoved, formatMoved } from "../src/explain/find-moved.ts";
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
  const of = (address: string) =>
    explainAddress(record, placeOf, parseAddress(record, address));
  const address = parseAddress(record, asked);
  const { path, id } = address;
  const whole = id === undefined ? path : `${path}#${id}`;
  const own = of(asked);
  const moved = own
    ? undefined
    : findMoved(record, address, (other) => of(other) !== undefined);
  if (moved) console.log(formatMoved(moved));
  for (const explanation of [own, ...(moved?.to ?? []).map(of)])
    if (explanation)
      console.log(
        `${moved ? "\n" : ""}${formatExplanation(record, placeOf, explanation)}`,
      );
  if (!own && !moved) {
    const near = nearestAddresses(whole, listNear(record, path), MAX_NEAR);
    fail(
      `Unexpected address \`${whole}\`, expected one that the record makes${near.length > 0 ? "; the nearest:" : ""}`,
      ...near.map((one) => `  ${one}`),
    );
  }
}
