import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  listEditorSchemas,
  SCHEMA_FOLDER,
} from "../src/exports/editor-schemas.ts";

const schemas = listEditorSchemas();
await rm(SCHEMA_FOLDER, { recursive: true, force: true });
await mkdir(SCHEMA_FOLDER, { recursive: true });
for (const [name, text] of schemas)
  await writeFile(join(SCHEMA_FOLDER, name), text);
console.log(`${schemas.size} schemas written to ${SCHEMA_FOLDER}/`);
