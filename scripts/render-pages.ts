import { Worker } from "node:worker_threads";
import type { Bundle } from "./bundle-pages.ts";
import type { RenderedPage, RenderOrder } from "./render-thread.ts";
import { THREAD_LIMITS } from "./threads.ts";
import type { Part } from "./watch-record.ts";

/** What pages are made from, and what is known of those that were rendered last. */
export type RenderContent = RenderOrder["content"];
export type LastRendered = RenderOrder["last"];

/**
 * Renders the pages of a record with the code of a bundle, but not those of which nothing changed that they read.
 * Answers with the parts of which they read some. One thread does it: the code of the pages holds on to the record,
 * and all of it is gone with the thread. Two take as long, on two cores, and twice the memory.
 */
export async function renderPages(
  { folder, styles }: Bundle,
  content: RenderContent,
  last: LastRendered,
  take: (page: RenderedPage) => void,
): Promise<Part[]> {
  const ended = Promise.withResolvers<void>();
  let parts: Part[] = [];
  const order: RenderOrder = { content, folder, styles, last };
  const worker = new Worker(new URL("render-thread.ts", import.meta.url), {
    workerData: order,
    resourceLimits: THREAD_LIMITS,
  })
    .on("message", (message: RenderedPage | Part[]) => {
      try {
        if (Array.isArray(message)) parts = message;
        else take(message);
      } catch (error) {
        ended.reject(error);
      }
    })
    .on("error", ended.reject)
    .on("exit", ended.resolve);
  try {
    await ended.promise;
    return parts;
  } finally {
    await worker.terminate();
  }
}
