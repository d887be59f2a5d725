import { placeBeside } from "./place-beside.ts";

/**
 * Opens a footnote beside its mark. Without script the mark is a link to the note at the end of the page,
 * which stays the way in for new tabs and for printing.
 */
export function startNotes(root: HTMLElement): void {
  if (!("popover" in HTMLElement.prototype)) return;
  const box = document.createElement("div");
  box.id = "note";
  box.popover = "auto";
  box.tabIndex = -1;
  box.setAttribute("role", "dialog");
  root.append(box);

  root.addEventListener("click", (event) => {
    const mark = (event.target as Element).closest<HTMLAnchorElement>(
      ".mark a",
    );
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const note = document.querySelector(mark.getAttribute("href")!);
    if (!note) return;
    event.preventDefault();
    box.setAttribute("aria-label", mark.getAttribute("aria-label") ?? "Source");
    box.replaceChildren(
      ...[...note.childNodes].map((node) => node.cloneNode(true)),
    );
    (box.showPopover as (options: object) => void).call(box, { source: mark });
    placeBeside(box, mark.getBoundingClientRect());
    box.focus({ preventScroll: true });
  });
}
