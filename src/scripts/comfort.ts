import { startAddresses } from "./addresses.ts";
import { startChoosing } from "./choose.ts";
import { addCopyButton } from "./copy-text.ts";
import { startNotes } from "./notes.ts";
import { startTheme } from "./theme.ts";

/** All that scripts add to a page. Every page is whole without it. */
startNotes(document.body);
startAddresses(document.body);
const theme = document.querySelector<HTMLButtonElement>("#theme");
if (theme) startTheme(theme);
for (const choose of document.querySelectorAll<HTMLDetailsElement>(".choose"))
  startChoosing(choose);
for (const reference of document.querySelectorAll<HTMLElement>(".cite dd"))
  addCopyButton(reference);
