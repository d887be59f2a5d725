import { Worker } from "node:worker_threads";
import type {
  Derived,
  DeriveOrder,
  DeriveTask,
  RenderOrder,
  Told,
} from "./derive-thread.ts";
import { THREAD_LIMITS } from "./threads.ts";
import type { ToldKind } from "./told.ts";
import type { Part } from "./watch-record.ts";

type Take = (derived: Derived) => void | Promise<void>;

/** What derives from a record what a site consists of, one after the other. */
export interface Deriving {
  /** What all is derived from; before anything else. */
  begin(order: DeriveOrder): void;
  /** Derives, as JSON, what others make files of. */
  tell(kind: ToldKind, take: Take): Promise<unknown>;
  /** Makes what programs get. */
  makeExports(take: Take): Promise<unknown>;
  renderPages(order: RenderOrder, take: Take): Promise<unknown>;
  /** The parts of which some were read by all so far. */
  listParts(): Promise<Part[]>;
  end(): Promise<unknown>;
}

/**
 * Begins a thread that derives, but not that of which nothing changed that it read; its code loads before there is a
 * record. It is one: the code of the pages holds on to the record, and all of it is gone with the thread. Two take as
 * long, on two cores, and twice the memory.
 */
export function createDeriving(): Deriving {
  const worker = new Worker(new URL("derive-thread.ts", import.meta.url), {
    resourceLimits: THREAD_LIMITS,
  });
  const tell = (task: DeriveTask) => worker.postMessage(task);
  let receive: (told: Told) => void = () => {};
  worker.on("message", (told: Told) => receive(told));
  const broken = new Promise<never>((_, reject) => worker.on("error", reject));
  broken.catch(() => undefined);

  const run = (task: DeriveTask, take: Take) => {
    const done = new Promise<Part[] | undefined>((resolve, reject) => {
      const taking: Promise<void>[] = [];
      const takeOne = async (derived: Derived) => {
        const bytes = derived.content?.length;
        await take(derived);
        if (bytes !== undefined) tell({ task: "taken", bytes });
      };
      receive = (told) => {
        if ("parts" in told)
          Promise.all(taking).then(() => resolve(told.parts), reject);
        else {
          const taken = takeOne(told);
          taken.catch(reject);
          taking.push(taken);
        }
      };
      tell(task);
    });
    return Promise.race([done, broken]);
  };
  const takeNothing = () => {};
  return {
    begin: (order) => tell({ task: "begin", order }),
    tell: (kind, take) => run({ task: "tell", kind }, take),
    makeExports: (take) => run({ task: "exports" }, take),
    renderPages: (order, take) => run({ task: "pages", order }, take),
    listParts: async () => (await run({ task: "parts" }, takeNothing))!,
    end: () => worker.terminate(),
  };
}
