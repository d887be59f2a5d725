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
    place(box, mark.getBoundingClientRect());
    box.focus({ preventScroll: true });
  });
}

/** Below the mark where there is room, else above; never beyond the window's edges. */
function place(box: HTMLElement, mark: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(16, Math.min(mark.left - 24, innerWidth - width - 16));
  const below = mark.bottom + 8;
  const top =
    below + height < innerHeight ? below : Math.max(8, mark.top - height - 8);
  box.style.inset = `${top}px auto auto ${left}px`;
}
