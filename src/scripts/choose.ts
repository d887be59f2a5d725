/** Lets a reader hide columns and rows of a table, to compare a few. All are there until they do, and without script. */
export function startChoosing(choose: HTMLDetailsElement): void {
  // Built when first opened: most readers never do.
  choose.addEventListener(
    "toggle",
    () => {
      const figure = choose.closest<HTMLElement>(".comparison")!;
      const columns = [
        ...figure.querySelectorAll<HTMLElement>("thead th"),
      ].slice(1);
      const rows = [...figure.querySelectorAll<HTMLElement>("tbody tr")];
      const cells = (index: number) => [
        ...figure.querySelectorAll<HTMLElement>(
          `tr > :nth-child(${index + 2})`,
        ),
      ];
      choose.append(
        makeSet("Columns", columns, cells),
        makeSet("Rows", rows, (index) => [rows[index]!]),
      );
    },
    { once: true },
  );
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
      ` ${heading?.querySelector("a:not(.address)")?.textContent ?? heading?.firstChild?.textContent ?? ""}`,
    );
    set.append(label);
  }
  return set;
}
