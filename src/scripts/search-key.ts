/** The `/` key leads to the search field of the page, or to the search page where no field is shown. */

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"))
  );
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey)
    return;
  if (event.defaultPrevented || isTyping(event.target)) return;
  event.preventDefault();
  const fields = document.querySelectorAll<HTMLInputElement>(
    "main input[type=search], input[type=search]",
  );
  const shown = [...fields].filter((field) => field.offsetParent !== null);
  const field = shown.find((candidate) => candidate.closest("main"));
  const chosen = field ?? shown[0];
  if (!chosen) return location.assign("/search/");
  chosen.focus();
  chosen.select();
});
