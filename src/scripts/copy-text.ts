let status: HTMLElement | undefined;

/** Tells screen readers, and only them, what has happened. */
function announce(words: string): void {
  if (!status) {
    status = document.createElement("p");
    status.className = "spoken";
    status.setAttribute("role", "status");
    document.body.append(status);
  }
  // A region that has just come is not read: its words must come after it.
  const region = status;
  region.textContent = "";
  setTimeout(() => (region.textContent = words), 50);
}

/** Copies a text and says so. False where the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return false;
  }
  announce("Copied");
  return true;
}

/** Puts a button after a text that copies it; none where the browser has no clipboard. */
export function addCopyButton(holder: HTMLElement): void {
  if (!("clipboard" in navigator)) return;
  const text = holder.textContent.trim();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    button.textContent = (await copyText(text)) ? "Copied" : "Not copied";
  });
  holder.append(" ", button);
}
