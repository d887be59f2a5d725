import { listItems } from "../item.ts";
import type { Item } from "../item.ts";
import { idOfAddress, linesOfMove } from "../move.ts";
import type { AgreementRecord } from "../record.ts";
import type { Finding, Rule } from "../rule.ts";
import { waitingChanges } from "../waiting-changes.ts";

/** Old id → new id, by the moves; and for an item that is lost, by another that is plainly the same. */
function renamesOf(
  record: AgreementRecord,
  byHome: ReadonlyMap<string, Item>,
  byIs: ReadonlyMap<string, Item>,
): Map<string, string> {
  const declared = record.moves
    .filter(({ to }) => to.length === 1)
    .map(({ from, to }): [string, string] => [
      idOfAddress(from),
      idOfAddress(to[0]!),
    ]);
  const implied = record.ledger!.items.flatMap(
    ({ item, is }): [string, string][] => {
      const twin = byHome.has(item) ? undefined : byIs.get(is);
      return twin ? [[idOfAddress(item), twin.id]] : [];
    },
  );
  return new Map([...implied, ...declared]);
}

function moveHint(from: string, to: string): string {
  const lines = linesOfMove(`${idOfAddress(from)}-moved`, from, to);
  return ["add to data/moves.yaml:", ...lines].join("\n    ");
}

/**
 * An address once published stands for the same item for ever, or says where the item went. Wrong: a term's id
 * changed in `terms.yaml`, or two ids swapped, without a move.
 */
export const ledgerItem: Rule = (record) => {
  const { ledger } = record;
  if (!ledger) return [];
  const items = listItems(record);
  const byHome = new Map(items.map((item) => [item.home, item]));
  const byIs = new Map<string, Item>(items.map((item) => [item.is, item]));
  const renames = renamesOf(record, byHome, byIs);
  const moves = new Map(record.moves.map((move) => [move.from, move.to]));
  const homes = new Set(ledger.items.map(({ item }) => item));
  const published = (home: string) => homes.has(home);
  const fresh = new Set(
    waitingChanges(record).flatMap(({ claims }) =>
      claims.map((id) => `/claims/${id}/`),
    ),
  );
  return ledger.items.flatMap((line): Finding[] => {
    const { item: home, since } = line;
    const is = line.is
      .split(" · ")
      .map((part) => renames.get(part) ?? part)
      .join(" · ");
    const now = byHome.get(home);
    const twin = byIs.get(is);
    if (!now) {
      if (moves.has(home) || line.to) return [];
      const to = twin && !published(twin.home) ? twin.home : undefined;
      return [
        {
          on: line,
          message: `Unexpected loss of \`${home}\`, published since edition ${since}, expected it, or a move that says where it went`,
          hint: moveHint(home, to ?? "<its new address; nothing if none>"),
        },
      ];
    }
    if (now.is === is) return [];
    if (twin && twin.home !== home) {
      return [
        {
          on: now.entry,
          path: ["id"],
          message: `Unexpected item under \`${home}\`: what was published there now stands at \`${twin.home}\`, expected each address to keep its item`,
          hint: `give the items their own ids back: \`${idOfAddress(home)}\` was "${line.says}"`,
          see: { on: line, note: `published since edition ${since}` },
        },
      ];
    }
    if (moves.get(home)?.includes(home) || fresh.has(home)) return [];
    return [
      {
        on: now.entry,
        path: ["id"],
        message: `Unexpected item "${now.is}" under \`${home}\`, expected "${is}" as published since edition ${since}`,
        hint: `if it is still the same item, ${moveHint(home, home)}`,
        see: { on: line, note: "what was published" },
      },
    ];
  });
};
