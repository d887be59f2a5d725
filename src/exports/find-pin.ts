import { deriveEdition } from "../derive/edition.ts";
import { oncePerRecord } from "../derive/once.ts";
import { snapClaim, snapRedline, snapTable } from "../derive/snapshot.ts";
import { hashSnapshot } from "../model/pin.ts";
import type { Pin, Snapshot } from "../model/pin.ts";
import type { AgreementRecord } from "../model/record.ts";
import { pinPath } from "./pin-page.ts";
import { findSitePage } from "./site-page.ts";

function findSnapshot(
  record: AgreementRecord,
  path: string,
): Snapshot | undefined {
  const page = findSitePage(record, path);
  switch (page.kind) {
    case "table":
      return snapTable(record, page.item);
    case "pair":
      return snapRedline(record, page.from, page.to);
    case "claim":
      return snapClaim(record, page.item);
    default:
      return undefined;
  }
}

/** Where the frame lies that says for good what a page says now; undefined where a page has none. */
export function findPinPath(
  record: AgreementRecord,
  path: string,
): string | undefined {
  const says = findSnapshot(record, path);
  return says && pinPath({ pin: hashSnapshot(says), says });
}

const accepted = oncePerRecord(
  ({ pins }) => new Set(pins?.map(({ pin }) => pin)),
);

/** The pin to what a page says now; undefined where it has none, or an accepted one says the same. */
export function findFreshPin(
  record: AgreementRecord,
  path: string,
): Pin | undefined {
  const says = findSnapshot(record, path);
  if (!says) return undefined;
  const pin = hashSnapshot(says);
  if (accepted(record).has(pin)) return undefined;
  return { pin, since: deriveEdition(record).name, says };
}
