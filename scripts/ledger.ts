import { readFile, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { deriveEdition } from "../src/derive/edition.ts";
import { listPresentPins } from "../src/derive/snapshot.ts";
import { acceptLedger } from "../src/ledger/accept-ledger.ts";
import { acceptPins } from "../src/ledger/accept-pins.ts";
import { readSiteAddresses } from "../src/ledger/read-addresses.ts";
import { count, formatReport, loadRecord } from "../src/model/index.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { formatLedger } from "../src/model/ledger.ts";
import { LEDGER_FILE, PINS_FILE } from "../src/model/load.ts";
import { formatPins, sealPins } from "../src/model/pins-file.ts";
import { bundlePages } from "./bundle-pages.ts";
import { contentFolder } from "./content-folder.ts";
import type { ContentFolder } from "./content-folder.ts";
import { createDeriving } from "./deriving.ts";
import { compareSite, formatLost } from "./keep-addresses.ts";
import type { Kept } from "./keep-addresses.ts";
import { readFlags } from "./read-flags.ts";

const MAX_SHOWN = 40;

const { values, positionals } = readFlags({
  options: { content: { type: "string", default: "content" } },
  allowPositionals: true,
});
const [task = "show"] = positionals;

/** Renders the pages and compares their addresses with the ledger. */
async function compare(
  content: ContentFolder,
  record: AgreementRecord,
): Promise<Kept> {
  const bundle = await bundlePages(content, record, true);
  const pages = new Map<string, string>();
  const { folder, styles } = bundle;
  const edition = deriveEdition(record);
  const deriving = createDeriving();
  deriving.begin({ record, edition, last: undefined });
  const order = { references: new Map(), folder, styles, anew: true };
  try {
    await deriving.renderPages(order, ({ name, content }) => {
      if (name.endsWith(".html"))
        pages.set(name, new TextDecoder().decode(content));
    });
  } finally {
    await deriving.end();
    await bundle.drop();
  }
  return compareSite(record, readSiteAddresses(pages));
}

/** Writes the next file beside the old one, then puts it in its place in one step. */
async function replaceFile(path: string, text: string): Promise<void> {
  const fresh = join(dirname(path), `.${basename(path)}.new`);
  await writeFile(fresh, text);
  await rename(fresh, path);
}

function show({ fresh, gone }: Kept): string {
  const lines = fresh
    .slice(0, MAX_SHOWN)
    .map(({ address, kind }) => `  new   ${kind.padEnd(8)}${address}`);
  if (fresh.length > MAX_SHOWN)
    lines.push(`  … and ${fresh.length - MAX_SHOWN} more`);
  for (const { page, id, to } of gone)
    lines.push(
      `  gone  ${page}${id === undefined ? "" : `#${id}`} → ${to.join(", ") || "retired"}`,
    );
  const total = `${count(fresh.length, "new address", "new addresses")}, ${gone.length} gone with a word, none lost.`;
  return [...lines, total].join("\n");
}

async function run(): Promise<void> {
  const content = contentFolder(values.content);
  const { record, problems } = loadRecord(content.folder, content.shownAs);
  if (!record) return fail(formatReport(problems));
  const kept = await compare(content, record);
  if (kept.lost.length > 0) return fail(formatLost(kept));
  console.log(show(kept));
  const before = record.pins ?? [];
  const { id } = deriveEdition(record);
  const pins = acceptPins(before, listPresentPins(record, id));
  const fresh = pins.length - before.length;
  console.log(`${count(fresh, "new frame", "new frames")} to pin.`);
  if (task !== "accept") {
    if (kept.fresh.length > 0 || fresh > 0)
      console.log("To promise all of it for good: npm run ledger accept");
    return;
  }
  const next = acceptLedger(record, kept.built, kept.gone, id);
  const pinsFile = join(content.folder, PINS_FILE);
  // Only ever appended to: what was accepted stays byte by byte.
  const lines = `${before.length > 0 ? await readFile(pinsFile, "utf8") : ""}${formatPins(pins.slice(before.length))}`;
  const text = formatLedger({ ...next, pins: sealPins(lines) });
  // The ledger seals the pins: cut short in between, it only does not know the new ones yet.
  if (fresh > 0) await replaceFile(pinsFile, lines);
  await replaceFile(join(content.folder, LEDGER_FILE), text);
  const written = fresh > 0 ? [LEDGER_FILE, PINS_FILE] : [LEDGER_FILE];
  const files = written.map((name) => `${content.shownAs}/${name}`);
  console.log(
    `Accepted edition ${id} into ${files.join(" and ")}: commit with the change.`,
  );
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

if (task === "show" || task === "accept") await run();
else
  fail(
    `Unexpected task \`${task}\`, expected nothing (show what is new) or \`accept\``,
  );
