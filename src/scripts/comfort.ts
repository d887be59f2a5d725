import { startChoosing } from "./choose.ts";
import { startNotes } from "./notes.ts";
import { startTheme } from "./theme.ts";

/** All that scripts add to a page. Every page is whole without it. */
startNotes(document.body);
const theme = document.querySelector<HTMLButtonElement>("#theme");
if (theme) startTheme(theme);
for (const choose of document.querySelectorAll<HTMLDetailsElement>(".choose"))
  startChoosing(choose);
