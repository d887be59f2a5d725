/** The switch between light and dark: follows the system until the reader chooses, then remembers the choice. */
const KEY = "theme";

function systemTheme(): "light" | "dark" {
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function startTheme(button: HTMLButtonElement): void {
  const root = document.documentElement;
  const current = () =>
    (root.dataset["theme"] ?? systemTheme()) as "light" | "dark";
  const show = () => {
    button.textContent = current() === "dark" ? "Light" : "Dark";
  };
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    const next = current() === "dark" ? "light" : "dark";
    root.dataset["theme"] = next;
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // A browser that keeps nothing: the choice holds for this page.
    }
    show();
  });
}
