import { copyText } from "./copy-text.ts";
import { placeBeside } from "./place-beside.ts";

/**
 * Copies the address of a section, row, cell or entry when its link is followed, and offers a cell's citation.
 * Without script the link is a plain one, and the address stands in the browser's own bar.
 */
export function startAddresses(root: HTMLElement): void {
  if (!("popover" in HTMLElement.prototype)) return;
  const box = document.createElement("div");
  box.id = "address-box";
  box.popover = "auto";
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", "Address");
  root.append(box);

  root.addEventListener("click", async (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(
      "a.address",
    );
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const copied = await copyText(link.href);
    // By then the page has scrolled to the part whose address this is.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const words = document.createElement("p");
    words.textContent = copied
      ? "Address copied."
      : "The address is in the browser's address bar.";
    box.replaceChildren(words);
    const cell = link.closest<HTMLElement>("td");
    if (cell) box.append(makeCiteButton(cell, box));
    (box.showPopover as (options: object) => void).call(box, { source: link });
    placeBeside(box, link.getBoundingClientRect());
  });
}

function makeCiteButton(cell: HTMLElement, box: HTMLElement): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Cite this cell";
  button.addEventListener("click", async () => {
    // Loaded on use: most readers never do.
    const { makeCellCitation } = await import("./cite-cell.ts");
    box.replaceChildren(await makeCellCitation(cell));
    placeBeside(box, cell.getBoundingClientRect());
    box.querySelector("button")?.focus({ preventScroll: true });
  });
  return button;
}
