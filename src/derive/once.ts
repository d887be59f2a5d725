import type { AgreementRecord } from "../model/record.ts";

/** What is asked for again and again, and derived once for each record. */
export interface OncePerRecord<T> {
  (record: AgreementRecord): T;
  /** Tells what gives the value of a record, where that was derived before. */
  know(record: AgreementRecord, recall: () => T): void;
}

/** Derives, and answers with what gives the value again. */
function remember<T>(record: AgreementRecord, derive: () => T): () => T {
  if (record.remember) return record.remember(derive);
  const value = derive();
  return () => value;
}

export function oncePerRecord<T>(
  derive: (record: AgreementRecord) => T,
): OncePerRecord<T> {
  const known = new WeakMap<AgreementRecord, () => T>();
  const once = (record: AgreementRecord): T => {
    const recall = known.get(record) ?? remember(record, () => derive(record));
    known.set(record, recall);
    return recall();
  };
  const know = (record: AgreementRecord, recall: () => T) =>
    void known.set(record, recall);
  return Object.assign(once, { know });
}

/** The same for what depends on a key, too. */
export function oncePerKey<T>(): (
  record: AgreementRecord,
  key: string,
  derive: () => T,
) => T {
  const known = new WeakMap<AgreementRecord, Map<string, () => T>>();
  return (record, key, derive) => {
    const all = known.get(record) ?? new Map<string, () => T>();
    known.set(record, all);
    const recall = all.get(key) ?? remember(record, derive);
    all.set(key, recall);
    return recall();
  };
}

/** What one page asks for several times in a row, of much that together would fill the memory: only the last is kept. */
export function rememberLast<Of extends unknown[], T>(
  derive: (record: AgreementRecord, ...of: Of) => T,
): (record: AgreementRecord, ...of: Of) => T {
  const known = new WeakMap<AgreementRecord, { of: Of; recall: () => T }>();
  return (record, ...of) => {
    let last = known.get(record);
    if (!last?.of.every((one, at) => one === of[at]))
      last = { of, recall: remember(record, () => derive(record, ...of)) };
    known.set(record, last);
    return last.recall();
  };
}
