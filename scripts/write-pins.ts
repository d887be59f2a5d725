import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listPresentPins } from "../src/derive/snapshot.ts";
import { formatPinPage, pinPath } from "../src/exports/pin-page.ts";
import { acceptPins } from "../src/ledger/accept-pins.ts";
import type { AgreementRecord } from "../src/model/index.ts";

/** Writes a frame for every pin that was ever accepted, and for what the present content says. */
export async function writePins(
  record: AgreementRecord,
  site: string,
  frame: string,
): Promise<void> {
  for (const pin of acceptPins(record.pins ?? [], listPresentPins(record))) {
    const folder = join(site, pinPath(pin));
    await mkdir(folder, { recursive: true });
    const page = formatPinPage(frame, pin, record.site.address);
    await writeFile(join(folder, "index.html"), page);
  }
}
