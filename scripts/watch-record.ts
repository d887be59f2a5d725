import { hash } from "node:crypto";
import { indexRecord } from "../src/model/record.ts";
import type { AgreementRecord, Authored } from "../src/model/record.ts";
import { NOUNS } from "../src/model/nouns.ts";
import type { NounName } from "../src/model/nouns.ts";

/** A part of what pages are made from: its name, and a hash of what it says. */
export type Part = [name: string, hash: string];

const hashOf = (value: unknown) =>
  hash("sha256", JSON.stringify(value) ?? "", "base64url").slice(0, 16);

type Mark = (part: number) => void;

/** Marks a part for each field of an object, and one for which fields there are. */
class EntryHandler<T extends object> implements ProxyHandler<T> {
  readonly #mark: Mark;
  readonly #shape: number;
  readonly #parts: ReadonlyMap<string | symbol, number>;

  constructor(
    mark: Mark,
    shape: number,
    parts: ReadonlyMap<string | symbol, number>,
  ) {
    this.#mark = mark;
    this.#shape = shape;
    this.#parts = parts;
  }

  get(target: T, key: string | symbol): unknown {
    this.#mark(this.#parts.get(key) ?? this.#shape);
    return target[key as keyof T];
  }

  has(target: T, key: string | symbol): boolean {
    this.#mark(this.#shape);
    return key in target;
  }

  ownKeys(target: T): (string | symbol)[] {
    this.#mark(this.#shape);
    return Reflect.ownKeys(target);
  }
}

/**
 * Watches which parts of what pages are made from are read. They are small, so that most pages read few of them: a
 * field of an entry, the list of a noun's entries, what a look-up finds for a key. What is not there is not read
 * unnoticed: that reads the part which says what is.
 */
export class Watch {
  readonly parts: Part[] = [];
  #read: number[] = [];
  /** Part → the stretch of reading in which it was read last. */
  readonly #seen: number[] = [];
  #stretch = 0;

  /** Forgets what was read so far. */
  begin(): void {
    this.#read = [];
    this.#stretch += 1;
  }

  /** The numbers of the parts that were read since it began. */
  end(): number[] {
    return this.#read;
  }

  readonly #mark: Mark = (part) => {
    if (this.#seen[part] === this.#stretch) return;
    this.#seen[part] = this.#stretch;
    this.#read.push(part);
  };

  #add(name: string, value: unknown): number {
    this.#seen.push(-1);
    return this.parts.push([name, hashOf(value)]) - 1;
  }

  /** For `AgreementRecord.remember`. */
  readonly remember = <T>(derive: () => T): (() => T) => {
    const outer = this.#read;
    this.begin();
    const value = derive();
    const read = this.#read;
    this.begin();
    outer.forEach(this.#mark);
    return () => {
      read.forEach(this.#mark);
      return value;
    };
  };

  /** An object of which each field is a part. */
  entry<T extends object>(name: string, fields: T): T {
    const shape = this.#add(name, Object.keys(fields).sort());
    const parts = new Map(
      Object.entries(fields).map(([key, value]) => [
        key,
        this.#add(`${name}.${key}`, value),
      ]),
    );
    return new Proxy(fields, new EntryHandler<T>(this.#mark, shape, parts));
  }

  /** A function that answers with a value, which is one part. `says`: what to tell it by. */
  value<T>(name: string, value: T, says: unknown = value): () => T {
    const part = this.#add(name, says);
    return () => {
      this.#mark(part);
      return value;
    };
  }

  /** A function that answers with a list: its names are a part, and so is each field of what it holds. */
  list<T extends object>(
    name: string,
    entries: readonly T[],
    nameOf: (entry: T, at: number) => string,
  ): () => T[] {
    const watched = entries.map((entry, at) =>
      this.entry(`${name}/${nameOf(entry, at)}`, entry),
    );
    return this.value(name, watched, entries.map(nameOf));
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

const idOf = ({ id }: Named) => id;

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
  const { byId, timeline, leading, successors, withdrawals } = indexRecord(
    Object.fromEntries(authored) as unknown as Authored,
  );
  const ids = (entries: Named[]) => entries.map(idOf);
  const watched = {
    site: watch.entry("site", record.site),
    byId: Object.fromEntries(
      Object.entries(byId).map(([noun, entries]) => [
        noun,
        watch.map(`byId/${noun}`, entries as ReadonlyMap<string, Named>, idOf),
      ]),
    ),
    leading: watch.map("leading", leading, ids),
    successors: watch.map("successors", successors, ids),
    withdrawals: watch.map("withdrawals", withdrawals, idOf),
    remember: watch.remember,
  };
  const fields = [
    ...lists,
    ["timeline", watch.value("timeline", timeline, ids(timeline))],
    ["ledger", watch.value("ledger", record.ledger)],
    ["pins", watch.value("pins", record.pins)],
  ] as const;
  for (const [field, get] of fields)
    Object.defineProperty(watched, field, { get, enumerable: true });
  return watched as unknown as AgreementRecord;
}
