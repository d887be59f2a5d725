import { spawn } from "node:child_process";
import { watch } from "node:fs";
import type { ContentFolder } from "./content-folder.ts";

/** How long a folder is to be quiet, in milliseconds: editors write a file in several steps. */
const QUIET = 100;

/**
 * Builds, and builds again whenever the content has changed; each time in a process of its own, since a process
 * renders one record. What was saved while a build ran is built after it.
 */
export function watchBuilds(content: ContentFolder, args: string[]): void {
  let running = false;
  let waiting = false;
  let timer: NodeJS.Timeout | undefined;

  const build = () => {
    if (running) {
      waiting = true;
      return;
    }
    [running, waiting] = [true, false];
    spawn(process.execPath, args, { stdio: "inherit" }).once("exit", () => {
      running = false;
      if (waiting) return build();
      console.log(`Watching ${content.shownAs}/ (Ctrl+C stops)`);
    });
  };

  watch(content.folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(build, QUIET);
  });
  build();
}
