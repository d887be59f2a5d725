import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listPresentPins } from "../src/derive/snapshot.ts";
import { formatPinPage, pinPath } from "../src/exports/pin-page.ts";
import { acceptPins } from "../src/ledger/accept-pins.ts";
import type { AgreementRecord } from "../src/model/index.ts";

/** Writes a frame for every pin that was ever accepted, and for what the present content says. */
export function writePins(
  record: AgreementRecord,
  site: string,
  frame: string,
): void {
  for (const pin of acceptPins(record.pins ?? [], listPresentPins(record))) {
    const folder = join(site, pinPath(pin));
    mkdirSync(folder, { recursive: true });
    const page = formatPinPage(frame, pin, record.site.address);
    writeFileSync(join(folder, "index.html"), page);
  }
}
