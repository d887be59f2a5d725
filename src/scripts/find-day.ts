const form = document.querySelector<HTMLFormElement>(".find-day");

/** Leads from a typed day to the page that answers for it: the last that begins no later. */
function find(asked: HTMLFormElement): void {
  const day = asked.querySelector("input")!.value;
  const status = asked.querySelector("[role=status]")!;
  const { last, before, after } = asked.dataset;
  const links = [...document.querySelectorAll<HTMLAnchorElement>("[data-from]")]
    .filter((link) => link.dataset["from"]! <= day)
    .sort((a, b) => (a.dataset["from"]! < b.dataset["from"]! ? 1 : -1));
  if (day > last!) status.textContent = after!;
  else if (!links[0]) status.textContent = before!;
  else location.href = links[0].href;
}

if (form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    find(form);
  });
}
