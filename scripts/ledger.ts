import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "astro";
import { deriveEdition } from "../src/derive/edition.ts";
import { acceptLedger } from "../src/ledger/accept-ledger.ts";
import { readSiteAddresses } from "../src/ledger/read-addresses.ts";
import { count, formatReport, loadRecord } from "../src/model/index.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { formatLedger } from "../src/model/ledger.ts";
import { LEDGER_FILE } from "../src/model/load.ts";
import { astroConfig } from "./astro-config.ts";
import { contentFolder } from "./content-folder.ts";
import type { ContentFolder } from "./content-folder.ts";
import { compareSite, formatLost } from "./keep-addresses.ts";
import type { Kept } from "./keep-addresses.ts";
import { readSite } from "./site-files.ts";

const MAX_SHOWN = 40;

const { values, positionals } = parseArgs({
  options: { content: { type: "string", default: "content" } },
  allowPositionals: true,
});
const [task = "show"] = positionals;

/** Renders the pages into a folder of their own and compares their addresses with the ledger. */
async function compare(
  content: ContentFolder,
  record: AgreementRecord,
): Promise<Kept> {
  const folder = await mkdtemp(join(tmpdir(), "ledger-"));
  try {
    await build({ ...astroConfig(content, record.ledger), outDir: folder });
    return compareSite(record, readSiteAddresses(await readSite(folder)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes the next ledger beside the old one, then puts it in its place in one step. */
async function writeLedger(path: string, text: string): Promise<void> {
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
  if (task !== "accept") {
    if (kept.fresh.length > 0)
      console.log("To promise them for good: npm run ledger accept");
    return;
  }
  const { id } = deriveEdition(record);
  const next = acceptLedger(record, kept.built, kept.gone, id);
  await writeLedger(join(content.folder, LEDGER_FILE), formatLedger(next));
  console.log(
    `Accepted edition ${id} into ${content.shownAs}/${LEDGER_FILE}: commit it with the change.`,
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
