import { availableParallelism } from "node:os";
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { Transferable } from "node:worker_threads";

/** Threads that all answer the same kind of question. */
export interface Threads<Question, Answer> {
  /** Rejects with what the thread threw. */
  ask(question: Question): Promise<Answer>;
  /** Ends them, and gives back what they filled. */
  end(): Promise<void>;
}

/**
 * How much new memory a thread may fill before it looks for what is left of it, in MB. Left to itself it takes three
 * times as much, and gives nothing back while the build runs.
 */
export const THREAD_LIMITS = { maxYoungGenerationSizeMb: 36 };

/** More would take more memory than they save time: one thread writes what they make. */
const MOST_THREADS = Math.min(4, availableParallelism());

interface Thread<Answer> {
  worker: Worker;
  /** The questions it has not answered yet, in the order in which it answers them. */
  waiting: PromiseWithResolvers<Answer>[];
}

/**
 * Threads that run a script of this folder, which calls `answer`. Each begins when it is first needed. `told` is what
 * all their answers depend on beside the question.
 */
export function createThreads<Question, Answer>(
  script: string,
  told?: unknown,
  most: number = MOST_THREADS,
): Threads<Question, Answer> {
  const threads: Thread<Answer>[] = [];
  const begin = (): Thread<Answer> => {
    const waiting: Thread<Answer>["waiting"] = [];
    const fail = (error: unknown) => {
      for (const { reject } of waiting.splice(0)) reject(error);
    };
    const worker = new Worker(new URL(script, import.meta.url), {
      workerData: told,
      resourceLimits: THREAD_LIMITS,
    })
      .on("message", (answer: Answer) => waiting.shift()!.resolve(answer))
      .on("error", fail)
      // Also where nothing that it still does could ever answer.
      .on("exit", () => fail(new Error(`${script} ended without an answer`)));
    const thread = { worker, waiting };
    threads.push(thread);
    return thread;
  };
  return {
    ask(question) {
      const idle = threads.find(({ waiting }) => waiting.length === 0);
      const { worker, waiting } =
        idle ??
        (threads.length < most
          ? begin()
          : threads.reduce((a, b) =>
              b.waiting.length < a.waiting.length ? b : a,
            ));
      const answer = Promise.withResolvers<Answer>();
      waiting.push(answer);
      worker.postMessage(question);
      return answer.promise;
    },
    async end() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

/** As many questions at a time keep all threads busy. */
const AT_ONCE = 2 * MOST_THREADS;

/** Does something for each of a list, some at a time; rejects with the first error, after which none begins. */
export async function forEachSome<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = Iterator.from(items);
  let failed = false;
  const lane = async () => {
    for (const item of waiting) {
      if (failed) return;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** In a thread's script: answers every question with what a function makes of it and of what all were told. */
export function answer<Question, Told, Answer>(
  make: (question: Question, told: Told) => Answer | Promise<Answer>,
  /** What of an answer is handed over and not copied. */
  transfer: (answer: Answer) => Transferable[] = () => [],
): void {
  let before: Promise<void> = Promise.resolve();
  const next = async (question: Question) => {
    // A thread that only waits for what never comes ends, and whoever asked is told.
    parentPort!.unref();
    const made = await make(question, workerData as Told);
    parentPort!.ref();
    parentPort!.postMessage(made, transfer(made));
  };
  parentPort!.on("message", (question: Question) => {
    before = before.then(() => next(question));
  });
}
