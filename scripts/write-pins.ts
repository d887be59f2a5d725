import { formatPinPage, pinPath } from "../src/exports/pin-page.ts";
import { FRAMED_FOLDER } from "../src/model/framed.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import type { Pin } from "../src/model/pin.ts";
import { hashOf } from "./hash-files.ts";
import { pageFile } from "./site-files.ts";
import type { SiteWriter } from "./site-writer.ts";
import { readTold } from "./told.ts";
import type { Taker } from "./told.ts";

/** Writes a frame for every pin that was ever accepted, and for what the present content says. */
export async function createPinning(
  record: AgreementRecord,
  site: SiteWriter,
): Promise<Taker> {
  const frame = site.read(pageFile(FRAMED_FOLDER));
  const { address } = record.site;
  const around = hashOf(`${address} ${frame}`);
  const make = (step: string, key: string, find: () => Pin | null) =>
    site.make(`pin ${step}`, `${around} ${key}`, (write) => {
      const pin = find();
      if (pin)
        write(pageFile(pinPath(pin)), formatPinPage(frame, pin, address));
    });
  for (const pin of record.pins ?? [])
    await make(pinPath(pin), pin.since, () => pin);
  return {
    take: (page, sha256, told) =>
      make(page, sha256, () => readTold("pin", record, page, told)),
    end: () => Promise.resolve(),
  };
}
