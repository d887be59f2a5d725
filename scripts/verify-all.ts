import type { AgreementRecord } from "../src/model/record.ts";
import type { Source } from "../src/model/source.ts";
import type { Verification } from "../src/model/verification.ts";
import { locatorsOf } from "../src/verify/choose-sources.ts";
import { verifySource } from "./verify-source.ts";
import type { SourceCheck } from "./verify-source.ts";

export interface Run extends SourceCheck {
  record: AgreementRecord;
  /** The sources that may be visited, the most urgent first. */
  queue: Source[];
  max: number;
  /** Keeps all entries, whole, before it returns. */
  save(entries: Iterable<Verification>): void;
  print(line: string): void;
}

/** The next source whose host may be asked soonest, in the order of the queue; undefined when none may. */
function takeNext(queue: Source[], run: Run): Source | undefined {
  const waits = queue.map((source) => run.visitor.waitFor(source.url));
  const least = Math.min(Infinity, ...waits);
  if (least === Infinity) return undefined;
  return queue.splice(waits.indexOf(least), 1)[0];
}

function describe({ id, state, to, copy, missing, note }: Verification) {
  const lost = state === "page-changed" ? missing : undefined;
  const more = [
    note,
    to && `to ${to}`,
    copy,
    lost?.map((words) => `“${words}”`).join(", "),
  ];
  return `${state.padEnd(16)} ${[id, ...more.filter(Boolean)].join(" · ")}`;
}

/**
 * Visits at most `max` sources and saves after each one. What did not answer is kept back until some host has
 * answered: a machine without a network must not write that every page is unreachable. Returns how many entries
 * were saved, or undefined when nothing answered at all.
 */
export async function verifyAll(run: Run): Promise<number | undefined> {
  const queue = [...run.queue];
  const entries = new Map(run.record.byId.verifications);
  const silent: Verification[] = [];
  let saved = 0;
  for (let visits = 0; visits < run.max; visits += 1) {
    const source = takeNext(queue, run);
    if (!source) break;
    const entry = await verifySource(
      run,
      source,
      locatorsOf(run.record, source),
      entries.get(source.id),
    );
    run.print(describe(entry));
    silent.push(entry);
    if (!run.visitor.hasAnswer()) continue;
    saved += silent.length;
    for (const each of silent.splice(0)) entries.set(each.id, each);
    run.save(entries.values());
  }
  return silent.length > 0 ? undefined : saved;
}
