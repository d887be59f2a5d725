import { watch } from "node:fs";
import { restart } from "./begin-again.ts";
import { hashCode } from "./code-key.ts";
import type { ContentFolder } from "./content-folder.ts";

/** How long a folder is to be quiet, in milliseconds: editors write a file in several steps. */
const QUIET = 100;

/**
 * Builds, and builds again whenever the content has changed. What was saved while a build ran is built after it. All
 * happens in one process, which has its code loaded and warm; where that changed, the process begins again.
 */
export function watchBuilds(
  content: ContentFolder,
  build: () => Promise<void>,
): void {
  const code = hashCode();
  let running = false;
  let waiting = false;
  let timer: NodeJS.Timeout | undefined;

  const run = async () => {
    if (running) {
      waiting = true;
      return;
    }
    running = true;
    do {
      waiting = false;
      if (hashCode() !== code) {
        restart();
        console.error("The code changed: run the command again.");
        process.exit(1);
      }
      await build();
    } while (waiting);
    running = false;
    console.log(`Watching ${content.shownAs}/ (Ctrl+C stops)`);
  };

  watch(content.folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), QUIET);
  });
  void run();
}
