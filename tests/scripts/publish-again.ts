import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { publish } from "../../scripts/publish.ts";

/** How many files each site has: enough for a kill to fall between two of them. */
export const FILES = 40;

// Run as a program, it publishes one site after the other until it is killed. Each file of a site says its number.
if (process.argv[1] === import.meta.filename) {
  for (let site = Number(process.argv[3]); ; site += 1)
    await publish(process.argv[2]!, async (folder) => {
      for (let file = 0; file < FILES; file += 1)
        await writeFile(join(folder, `${file}.txt`), String(site));
    });
}
