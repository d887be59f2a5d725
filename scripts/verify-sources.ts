import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { didYouMean } from "../src/model/did-you-mean.ts";
import { count, formatReport, loadRecord } from "../src/model/index.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { chooseSources } from "../src/verify/choose-sources.ts";
import { writeVerifications } from "../src/verify/write-verifications.ts";
import { contentFolder } from "./content-folder.ts";
import { parseFlags, Stopped } from "./read-flags.ts";
import { verifyAll } from "./verify-all.ts";
import { createVisitor } from "./visit-address.ts";

const USAGE = `usage: npm run verify-sources -- [--max 25] [--older-than 30] [--only SOURCE] [--timeout 20] [--pause 5]
  [--archive ADDRESS | --no-archive] [--content PATH]
--older-than counts days, --timeout and --pause seconds.`;

const readOwnFlags = () =>
  parseFlags({
    options: {
      content: { type: "string", default: "content" },
      max: { type: "string", default: "25" },
      "older-than": { type: "string", default: "30" },
      only: { type: "string" },
      timeout: { type: "string", default: "20" },
      pause: { type: "string", default: "5" },
      archive: {
        type: "string",
        default: "https://archive.org/wayback/available",
      },
      "no-archive": { type: "boolean", default: false },
    },
  }).values;

function readNumber(flag: string, text: string, least: number): number {
  const number = Number(text);
  if (text.trim() === "" || !(number >= least) || number > 100_000)
    throw new Stopped(
      `Unexpected --${flag} \`${text}\`, expected a number from ${least}`,
    );
  return number;
}

function checkOnly(record: AgreementRecord, only: string): void {
  const source = record.byId.sources.get(only);
  if (source?.access === "direct") return;
  const near = didYouMean(only, record.byId.sources.keys());
  throw new Stopped(
    source
      ? `Unexpected source \`${only}\`, expected one with \`access: direct\``
      : `Unexpected source \`${only}\`, expected an id from sources.yaml${near ? `\nhint: did you mean \`${near}\`?` : ""}`,
  );
}

/** Puts the new text in the file's place in one step, so that a file cut in half never stands there. */
function replaceFile(path: string, text: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function readEarlier(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "# Written by `npm run verify-sources`.\n";
  }
}

async function main(): Promise<number> {
  const flags = readOwnFlags();
  const max = readNumber("max", flags.max, 1);
  const olderThan = readNumber("older-than", flags["older-than"], 0);
  const timeout = readNumber("timeout", flags.timeout, 0.1) * 1000;
  const pause = readNumber("pause", flags.pause, 0) * 1000;
  const archive = flags["no-archive"] ? undefined : flags.archive;
  if (archive !== undefined && URL.parse(archive)?.protocol !== "https:")
    throw new Stopped(
      `Unexpected --archive \`${archive}\`, expected an address that begins with https://`,
    );
  const { folder, shownAs } = contentFolder(flags.content);
  const { record, problems } = loadRecord(folder, shownAs);
  if (!record) {
    console.error(formatReport(problems));
    return 1;
  }
  if (flags.only !== undefined) checkOnly(record, flags.only);

  const today = new Date().toISOString().slice(0, 10);
  const queue = chooseSources(record, { today, olderThan, only: flags.only });
  if (queue.length === 0) {
    console.log(
      `Every source was visited less than ${count(olderThan, "day")} ago.`,
    );
    return 0;
  }
  const path = join(folder, "data/verification.yaml");
  const earlier = readEarlier(path);
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const visitor = createVisitor({
    fetch,
    agent: `${record.site.name} source check (+${record.site.address})`,
    pause,
    timeout,
    maxBytes: 5_000_000,
    signal: stop.signal,
  });
  try {
    const saved = await verifyAll({
      record,
      queue,
      max,
      visitor,
      archive,
      today,
      save: (entries) =>
        replaceFile(path, writeVerifications(earlier, entries)),
      print: (line) => console.log(line),
    });
    if (saved === undefined) {
      console.error(
        "Nothing answered, so nothing was written. Is this machine connected?",
      );
      return 1;
    }
    const left = queue.length - saved;
    console.log(
      `${count(saved, "source")} visited, ${left} left for another run. Written to ${shownAs}/data/verification.yaml`,
    );
    return 0;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    console.error("Stopped. What was visited is kept; run again to go on.");
    return 130;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 1;
}
