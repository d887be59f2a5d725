import { snapClaim, snapRedline, snapTable } from "../derive/snapshot.ts";
import { hashSnapshot } from "../model/pin.ts";
import type { Snapshot } from "../model/pin.ts";
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
