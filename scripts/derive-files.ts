import { Worker } from "node:worker_threads";
import type {
  DerivedFile,
  DeriveOrder,
  DeriveTask,
  PageReferences,
  Told,
} from "./derive-thread.ts";
import { THREAD_LIMITS } from "./threads.ts";
import type { Part } from "./watch-record.ts";

type TakeFile = (file: DerivedFile) => void;

/** What makes the files of a site that are derived from its record, one after the other. */
export interface Deriving {
  /** Makes what programs get. */
  makeExports(take: TakeFile): Promise<unknown>;
  /** Renders the pages, with their citations. Answers with the parts of which all files read some. */
  renderPages(references: PageReferences, take: TakeFile): Promise<Part[]>;
  end(): Promise<unknown>;
}

/**
 * Begins a thread that makes files, but not those of which nothing changed that they read. It is one: the code of the
 * pages holds on to the record, and all of it is gone with the thread. Two take as long, on two cores, and twice the
 * memory.
 */
export function deriveFiles(order: DeriveOrder): Deriving {
  let take: TakeFile;
  let done = Promise.withResolvers<Part[]>();
  const worker = new Worker(new URL("derive-thread.ts", import.meta.url), {
    workerData: order,
    resourceLimits: THREAD_LIMITS,
  })
    .on("message", (told: Told) => {
      try {
        if (Array.isArray(told)) done.resolve(told);
        else take(told);
      } catch (error) {
        done.reject(error);
      }
    })
    .on("error", (error) => done.reject(error));
  const run = (task: DeriveTask, takeFile: TakeFile) => {
    take = takeFile;
    done = Promise.withResolvers();
    // Whoever asked may do something else first, and is told of an error then.
    done.promise.catch(() => undefined);
    worker.postMessage(task);
    return done.promise;
  };
  return {
    makeExports: (take) => run({ task: "exports" }, take),
    renderPages: (references, take) => run({ task: "pages", references }, take),
    end: () => worker.terminate(),
  };
}
