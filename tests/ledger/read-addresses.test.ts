import { expect, test } from "vitest";
import { parsePage } from "../../src/html/tree.ts";
import { readAddresses } from "../../src/ledger/read-addresses.ts";

test("promises no address that only serves the page it stands on", () => {
  const page = parsePage(
    `<p id="outside"></p><main><h2 id="rent">Rent</h2><table><td id="rent.2020"></td></table><span id="table-end"></span><span id="rents.table-end"></span><li id="note-1"></li><span id="gloss.12" popover></span><nav id="days"></nav><dl id="cite-this"></dl></main>`,
  );
  expect(readAddresses(page).map(({ id }) => id)).toEqual([
    "rent",
    "rent.2020",
  ]);
});
