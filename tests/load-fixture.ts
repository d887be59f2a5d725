import { formatReport, loadRecord } from "../src/model/index.ts";
import type { AgreementRecord } from "../src/model/index.ts";

/** The record in a folder, or a failure that shows the whole report. */
export function loadChecked(folder: string): AgreementRecord {
  const { record, problems } = loadRecord(folder, folder);
  if (!record) throw new Error(formatReport(problems));
  return record;
}
