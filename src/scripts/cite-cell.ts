import { addCopyButton } from "./copy-text.ts";

/** Where a cell may be at home: on this page, or on that of its table, where it is a guest here. */
function possibleHomes(cell: HTMLElement): { page: string; hash: string }[] {
  const here = { page: location.pathname, hash: `#${cell.id}` };
  const figure = cell.closest<HTMLElement>(".comparison");
  const caption = figure?.querySelector<HTMLAnchorElement>("caption a");
  if (!figure || !caption) return [here];
  const prefix = figure.id.replace(/table$/, "");
  const hash = `#${cell.id.slice(prefix.length)}`;
  return [here, { page: caption.pathname, hash }];
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

async function loadReferences(cell: HTMLElement) {
  for (const { page, hash } of possibleHomes(cell)) {
    const file = `/cite${page.replace(/\/$/, "")}.txt`;
    const answer = await fetch(file).catch(() => undefined);
    if (!answer?.ok) continue;
    const found = findReferences(await answer.text(), `${page}${hash}`);
    if (found.length > 0) return found;
  }
  return [];
}

/** A cell's references, read from the citations of its page. */
export async function makeCellCitation(
  cell: HTMLElement,
): Promise<HTMLElement> {
  const list = document.createElement("dl");
  const found = await loadReferences(cell);
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
