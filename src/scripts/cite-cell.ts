import { addCopyButton } from "./copy-text.ts";

/** The address of a cell on the page of its own table, wherever the table is a guest. */
function ownAddress(cell: HTMLElement): { table: string; hash: string } {
  const figure = cell.closest<HTMLElement>(".comparison");
  const prefix = figure?.id.replace(/table$/, "") ?? "";
  const caption = figure?.querySelector<HTMLAnchorElement>("caption a");
  return {
    table: prefix && caption ? caption.pathname : location.pathname,
    hash: `#${cell.id.slice(prefix.length)}`,
  };
}

/** The references in the block of a citation file that begins with the address. */
export function findReferences(
  text: string,
  address: string,
): { style: string; text: string }[] {
  const block = text
    .split("\n\n")
    .find((one) => one.split("\n")[0]!.endsWith(address));
  return (block?.trim().split("\n").slice(1) ?? []).map((line) => {
    const at = line.indexOf(": ");
    return { style: line.slice(0, at), text: line.slice(at + 2) };
  });
}

/** A cell's references, read from the citations of its table. */
export async function makeCellCitation(
  cell: HTMLElement,
): Promise<HTMLElement> {
  const { table, hash } = ownAddress(cell);
  const list = document.createElement("dl");
  const file = `/cite${table.replace(/\/$/, "")}.txt`;
  const answer = await fetch(file).catch(() => undefined);
  const found = answer?.ok
    ? findReferences(await answer.text(), `${table}${hash}`)
    : [];
  for (const { style, text } of found) {
    const name = document.createElement("dt");
    name.textContent = style;
    const words = document.createElement("dd");
    words.textContent = text;
    addCopyButton(words);
    list.append(name, words);
  }
  if (found.length === 0)
    list.textContent = "The citation of this cell could not be loaded.";
  return list;
}
