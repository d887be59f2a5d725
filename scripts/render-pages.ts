import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { FILES_FOLDER } from "./bundle-folder.ts";
import type { Bundle } from "./bundle-pages.ts";
import type { RenderedPage, RenderOrder } from "./render-thread.ts";
import { listFiles } from "./site-files.ts";
import { THREAD_LIMITS } from "./threads.ts";

/** Takes a file of the rendered site: its path below the site, and what it holds. */
type TakeFile = (name: string, content: Uint8Array) => void;

/**
 * Lets a thread render all pages: the code of the pages holds on to the record, and all of it is gone with the
 * thread. Two threads take as long as one, on two cores, and twice the memory.
 */
async function renderOnThread(
  order: RenderOrder,
  take: TakeFile,
): Promise<void> {
  const ended = Promise.withResolvers<void>();
  const worker = new Worker(new URL("render-thread.ts", import.meta.url), {
    workerData: order,
    resourceLimits: THREAD_LIMITS,
  })
    .on("message", ({ name, content }: RenderedPage) => {
      try {
        take(name, content);
      } catch (error) {
        ended.reject(error);
      }
    })
    .on("error", ended.reject)
    .on("exit", ended.resolve);
  try {
    await ended.promise;
  } finally {
    await worker.terminate();
  }
}

/**
 * Renders every page of a record with the code of a bundle, and hands over each, and every file that is published as
 * it is.
 */
export async function renderPages(
  { folder, styles }: Bundle,
  content: RenderOrder["content"],
  take: TakeFile,
): Promise<void> {
  await renderOnThread({ content, folder, styles }, take);
  const files = join(folder, FILES_FOLDER);
  for (const name of listFiles(files))
    take(name, readFileSync(join(files, name)));
}
