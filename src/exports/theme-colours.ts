/** The colours of the light theme that are drawn outside of pages, each `#rrggbb`. */
const NAMES = [
  "paper",
  "ink",
  "quiet",
  "line",
  "removed",
  "removed-ground",
  "added",
  "added-ground",
] as const;

export type Colours = { [name in (typeof NAMES)[number]]: string };

/** Reads the light theme's colours from the text of `tokens.css`: the first colour each token is given. */
export function readColours(css: string): Colours {
  const entries = NAMES.map((name) => {
    const found = new RegExp(`--${name}:[^;#]*(#[0-9a-f]{6})\\b`, "i").exec(
      css,
    );
    if (!found)
      throw new Error(`tokens.css gives --${name} no colour as #rrggbb`);
    return [name, found[1]!.toLowerCase()] as const;
  });
  return Object.fromEntries(entries) as Colours;
}
