import { hash } from "node:crypto";
import { indexRecord } from "../src/model/record.ts";
import type { AgreementRecord, Authored } from "../src/model/record.ts";
import { NOUNS } from "../src/model/nouns.ts";
import type { NounName } from "../src/model/nouns.ts";
import { packReads } from "./part-reads.ts";
import type { PackedReads } from "./part-reads.ts";

/**
 * A part of what files are made from: its name, and a hash of what it says; or what was derived once for many files,
 * which says the same as long as all do that it read.
 */
export type Part = { name: string; hash: string } | { reads: PackedReads };

/** Of what a part says: short, since there are as many as fields. */
const shortHashOf = (value: unknown) =>
  hash("sha256", JSON.stringify(value) ?? "", "base64url").slice(0, 16);

const PART = Symbol("part");
const FIELDS = Symbol("fields");

/** An entry that is watched: where its parts begin, and what they say. */
interface Watched {
  [PART]: number;
  [FIELDS]: { [key: string]: unknown };
}

/** Which fields an object has: whoever finds it has read that. */
const shapeOf = (fields: object) => Object.keys(fields).sort();

/**
 * Watches which parts of what pages are made from are read. They are small, so that most pages read few of them: a
 * field of an entry, the list of a noun's entries, what a look-up finds for a key. Which fields an entry has is told by
 * every list and look-up that leads to it.
 */
export class Watch {
  readonly parts: Part[] = [];
  #read: number[] = [];
  /** Part → the stretch of reading in which it was read last. */
  readonly #seen: number[] = [];
  #stretch = 0;
  /** What was derived again and again, from the same. */
  readonly #derived = new Map<PackedReads, number>();
  /** Shared, so that entries with the same fields have one hidden class: reading stays fast. */
  readonly #getters = new Map<string, () => unknown>();

  /** Forgets what was read so far. */
  begin(): void {
    this.#read = [];
    this.#stretch += 1;
  }

  /** The numbers of the parts that were read since it began. */
  end(): number[] {
    return this.#read;
  }

  readonly #mark = (part: number): void => {
    if (this.#seen[part] === this.#stretch) return;
    this.#seen[part] = this.#stretch;
    this.#read.push(part);
  };

  #add(name: string, value: unknown): number {
    this.#seen.push(-1);
    return this.parts.push({ name, hash: shortHashOf(value) }) - 1;
  }

  /** The number of a part that says the same as long as others do. */
  addDerived(reads: PackedReads): number {
    const known = this.#derived.get(reads);
    if (known !== undefined) return known;
    this.#seen.push(-1);
    const part = this.parts.push({ reads }) - 1;
    this.#derived.set(reads, part);
    return part;
  }

  /** Reads a field that is so many parts after the entry's first. */
  #getter(key: string, at: number): () => unknown {
    const name = `${at} ${key}`;
    const known = this.#getters.get(name);
    if (known) return known;
    const mark = this.#mark;
    const getter = function (this: Watched): unknown {
      mark(this[PART] + at);
      return this[FIELDS][key];
    };
    this.#getters.set(name, getter);
    return getter;
  }

  /** For `AgreementRecord.remember`. */
  readonly remember = <T>(derive: () => T): (() => T) => {
    const outer = this.#read;
    this.begin();
    const value = derive();
    const part = this.addDerived(packReads(this.#read));
    this.begin();
    outer.forEach(this.#mark);
    return () => {
      this.#mark(part);
      return value;
    };
  };

  /** An object of which each field is a part. */
  #entry<T extends object>(name: string, fields: T): T {
    const watched = Object.defineProperties({} as T, {
      [PART]: { value: this.parts.length },
      [FIELDS]: { value: fields },
    });
    for (const [at, [key, value]] of Object.entries(fields).entries()) {
      this.#add(`${name}.${key}`, value);
      const get = this.#getter(key, at);
      Object.defineProperty(watched, key, { get, enumerable: true });
    }
    return watched;
  }

  /** A function that answers with a value, which is one part. `says`: what to tell it by. */
  value<T>(name: string, value: T, says: unknown = value): () => T {
    const part = this.#add(name, says);
    return () => {
      this.#mark(part);
      return value;
    };
  }

  /** A function that answers with an object of which each field is a part. */
  entry<T extends object>(name: string, fields: T): () => T {
    return this.value(name, this.#entry(name, fields), shapeOf(fields));
  }

  /** A function that answers with a list of such objects. */
  list<T extends object>(
    name: string,
    entries: readonly T[],
    nameOf: (entry: T, at: number) => string,
  ): () => T[] {
    const watched = entries.map((entry, at) =>
      this.#entry(`${name}/${nameOf(entry, at)}`, entry),
    );
    const says = entries.map((entry, at) => [
      nameOf(entry, at),
      shapeOf(entry),
    ]);
    return this.value(name, watched, says);
  }

  /** A map of which each value is a part, and so is what keys there are. `say`: what to tell a value by. */
  map<T>(
    name: string,
    values: ReadonlyMap<string, T>,
    say: (value: T) => unknown,
  ): ReadonlyMap<string, T> {
    const keys = this.#add(name, [...values.keys()]);
    const parts = new Map(
      [...values].map(([key, value]) => [
        key,
        this.#add(`${name}/${key}`, say(value)),
      ]),
    );
    const one = (key: string) => {
      this.#mark(parts.get(key) ?? keys);
      return values;
    };
    const all = () => {
      this.#mark(keys);
      parts.forEach(this.#mark);
      return values;
    };
    return {
      get: (key) => one(key).get(key),
      has: (key) => one(key).has(key),
      keys: () => all().keys(),
      values: () => all().values(),
      entries: () => all().entries(),
      forEach: (run) => all().forEach(run),
      [Symbol.iterator]: () => all()[Symbol.iterator](),
      get size() {
        return all().size;
      },
    };
  }
}

/** The lists of entries of a record. */
const LISTS = [
  ...(Object.keys(NOUNS) as NounName[]),
  "tables",
  "explainers",
] as const;

type Named = { id?: string };

/** What tells one entry from another that is found in its place. */
const tell = (entry: Named) => [entry.id, shapeOf(entry)];

/** The same record, of which a watch sees what is read. */
export function watchRecord(
  watch: Watch,
  record: AgreementRecord,
): AgreementRecord {
  const nameOf = ({ id }: Named, at: number) => id ?? String(at);
  const lists = LISTS.map(
    (noun) => [noun, watch.list<Named>(noun, record[noun], nameOf)] as const,
  );
  const authored = lists.map(([noun, list]) => [noun, list()] as const);
  const { byId, timeline, leading, successors, withdrawals, tellings } =
    indexRecord(Object.fromEntries(authored) as unknown as Authored);
  const tellAll = (entries: Named[]) => entries.map(tell);
  const watched = {
    byId: Object.fromEntries(
      Object.entries(byId).map(([noun, entries]) => [
        noun,
        watch.map<Named>(`byId/${noun}`, entries, tell),
      ]),
    ),
    leading: watch.map("leading", leading, tellAll),
    successors: watch.map("successors", successors, tellAll),
    withdrawals: watch.map("withdrawals", withdrawals, tell),
    tellings: watch.map("tellings", tellings, tellAll),
    remember: watch.remember,
  };
  const fields = [
    ...lists,
    ["timeline", watch.value("timeline", timeline, tellAll(timeline))],
    ["site", watch.entry("site", record.site)],
    ["ledger", watch.value("ledger", record.ledger)],
    ["pins", watch.value("pins", record.pins)],
  ] as const;
  for (const [field, get] of fields)
    Object.defineProperty(watched, field, { get, enumerable: true });
  return watched as unknown as AgreementRecord;
}
