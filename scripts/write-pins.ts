import { listPresentPins } from "../src/derive/snapshot.ts";
import { formatPinPage, pinPath } from "../src/exports/pin-page.ts";
import { acceptPins } from "../src/ledger/accept-pins.ts";
import { FRAMED_FOLDER } from "../src/model/framed.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { pageFile } from "./site-files.ts";
import type { SiteWriter } from "./site-writer.ts";

/** Writes a frame for every pin that was ever accepted, and for what the present content says. */
export function writePins(record: AgreementRecord, site: SiteWriter): void {
  const frame = site.read(pageFile(FRAMED_FOLDER));
  for (const pin of acceptPins(record.pins ?? [], listPresentPins(record)))
    site.write(
      pageFile(pinPath(pin)),
      formatPinPage(frame, pin, record.site.address),
    );
}
