/** Below the mark where there is room, else above; never beyond the window's edges. */
export function placeBeside(box: HTMLElement, mark: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(16, Math.min(mark.left - 24, innerWidth - width - 16));
  const below = mark.bottom + 8;
  const top =
    below + height < innerHeight ? below : Math.max(8, mark.top - height - 8);
  box.style.inset = `${top}px auto auto ${left}px`;
}
