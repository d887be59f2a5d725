import { listItems } from "../model/item.ts";
import type { Item } from "../model/item.ts";
import { NOUNS } from "../model/nouns.ts";
import type { NounName } from "../model/nouns.ts";
import type { AgreementRecord } from "../model/record.ts";
import { kindOfDifference } from "./difference-kind.ts";
import type { DifferenceKind } from "./difference-kind.ts";

/** An entry with an address of its own that came, went or changed. */
export interface ItemDifference {
  kind: DifferenceKind;
  home: string;
  before: string | undefined;
  after: string | undefined;
  /** The fields that differ, of one that changed. */
  fields: string[];
}

/** An entry without an address, such as a party, or the site's settings. */
export interface EntryDifference {
  kind: DifferenceKind;
  /** "parties: some-party", "site". */
  what: string;
  fields: string[];
  /** What those of them said and say that are text. */
  values: { [field: string]: FieldValues };
}

export interface FieldValues {
  before: string;
  after: string;
}

/** What an explainer's file says; all else of it is read from that. */
const READ_FROM_TEXT = new Set(["embeds", "prose", "words"]);

/** The fields in which two states of an entry differ. */
function differFields(before: object, after: object): string[] {
  const [was, is] = [Object.entries(before), Object.entries(after)].map(
    (entries) =>
      new Map(entries.map(([name, value]) => [name, JSON.stringify(value)])),
  );
  return [...new Set([...is!.keys(), ...was!.keys()])].filter(
    (name) => !READ_FROM_TEXT.has(name) && was!.get(name) !== is!.get(name),
  );
}

/** What became of each value of one record in another, by a key. */
function differ<T>(
  before: Map<string, T>,
  after: Map<string, T>,
  entryOf: (value: T) => object,
): { kind: DifferenceKind; key: string; fields: string[] }[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const kind = kindOfDifference(was, is);
    const fields = was && is ? differFields(entryOf(was), entryOf(is)) : [];
    return kind === "changed" && fields.length === 0
      ? []
      : [{ kind, key, fields }];
  });
}

export function differItems(
  before: AgreementRecord,
  after: AgreementRecord,
): ItemDifference[] {
  const byHome = (record: AgreementRecord) =>
    new Map(listItems(record).map((item) => [item.home, item]));
  const [old, fresh] = [byHome(before), byHome(after)];
  return differ<Item>(old, fresh, ({ entry }) => entry).map(
    ({ kind, key, fields }) => ({
      kind,
      home: key,
      before: old.get(key)?.says,
      after: fresh.get(key)?.says,
      fields,
    }),
  );
}

/** Everything authored that has no address of its own. */
function othersOf(record: AgreementRecord): Map<string, object> {
  const withHome = new Set<object>(listItems(record).map(({ entry }) => entry));
  const entries = (Object.keys(NOUNS) as NounName[]).flatMap((noun) =>
    (record[noun] as { id: string }[])
      .filter((entry) => !withHome.has(entry))
      .map((entry): [string, object] => [`${noun}: ${entry.id}`, entry]),
  );
  return new Map<string, object>([["site", record.site], ...entries]);
}

function textValues(
  before: object | undefined,
  after: object | undefined,
  fields: string[],
): EntryDifference["values"] {
  const [was, is] = [before, after].map(
    (entry) => new Map<string, unknown>(Object.entries(entry ?? {})),
  );
  return Object.fromEntries(
    fields.flatMap((field) => {
      const [old, fresh] = [was!.get(field), is!.get(field)];
      return typeof old === "string" && typeof fresh === "string"
        ? [[field, { before: old, after: fresh }]]
        : [];
    }),
  );
}

export function differEntries(
  before: AgreementRecord,
  after: AgreementRecord,
): EntryDifference[] {
  const [old, fresh] = [othersOf(before), othersOf(after)];
  return differ(old, fresh, (entry) => entry).map(({ kind, key, fields }) => ({
    kind,
    what: key,
    fields,
    values: textValues(old.get(key), fresh.get(key), fields),
  }));
}
