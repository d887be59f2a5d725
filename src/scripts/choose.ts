/** Lets a reader hide columns and rows of a table, to compare a few. All are there until they do, and without script. */
export function startChoosing(figure: HTMLElement): void {
  const columns = [...figure.querySelectorAll<HTMLElement>("thead th")].slice(
    1,
  );
  const rows = [...figure.querySelectorAll<HTMLElement>("tbody tr")];
  if (columns.length < 3 && rows.length < 8) return;
  const choose = document.createElement("details");
  choose.className = "choose";
  const summary = document.createElement("summary");
  summary.textContent = "Choose what to compare";
  choose.append(summary);
  // Built when first opened: most readers never do.
  choose.addEventListener(
    "toggle",
    () => {
      const cells = (index: number) =>
        figure.querySelectorAll<HTMLElement>(`tr > :nth-child(${index + 2})`);
      choose.append(
        makeSet("Columns", columns, (index) => [...cells(index)]),
        makeSet("Rows", rows, (index) => [rows[index]!]),
      );
    },
    { once: true },
  );
  figure.prepend(choose);
}

function makeSet(
  name: string,
  items: HTMLElement[],
  parts: (index: number) => HTMLElement[],
): HTMLFieldSetElement {
  const set = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = name;
  set.append(legend);
  for (const [index, item] of items.entries()) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = true;
    box.addEventListener("change", () => {
      for (const part of parts(index)) part.hidden = !box.checked;
    });
    const heading = item.tagName === "TR" ? item.querySelector("th") : item;
    label.append(
      box,
      ` ${heading?.querySelector("a")?.textContent ?? heading?.firstChild?.textContent ?? ""}`,
    );
    set.append(label);
  }
  return set;
}
