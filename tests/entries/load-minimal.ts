import { checkFiles } from "../../src/model/index.ts";
import type { AgreementRecord, Problem } from "../../src/model/index.ts";
import { loadFiles } from "../../src/model/load.ts";
import type { ContentFiles } from "../../src/model/load.ts";
import { MINIMAL } from "../model/copy-minimal.ts";

/** The minimal content as files and as a record. */
export function loadMinimal(): {
  files: ContentFiles;
  record: AgreementRecord;
} {
  const problems: Problem[] = [];
  const files = loadFiles(MINIMAL, "content", problems);
  return { files, record: checkFiles(files, problems).draft };
}
