import { offerDayPage } from "./day-page.ts";
import { loadAddresses } from "./load-addresses.ts";
import { nearestAddresses } from "./nearest-addresses.ts";

/** Offers the addresses nearest to the one that leads nowhere. Without them the page is complete, too. */
async function suggest(area: HTMLElement): Promise<void> {
  const missing = decodeURI(location.pathname);
  const addresses = await loadAddresses();
  // Days are near by the calendar, not by how they are spelled.
  const day = offerDayPage(missing, addresses, area.dataset["last"]!);
  const offers = day
    ? [day]
    : nearestAddresses(missing, addresses, Number(area.dataset["most"])).map(
        (address) => ({ address, words: address }),
      );
  const items = offers.map(({ address, words }) => {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = words;
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  area.querySelector("ul")!.append(...items);
  area.hidden = items.length === 0;
}

// An address that cannot be decoded, or no network: the ways in below are enough.
void suggest(document.querySelector<HTMLElement>(".nearest")!).catch(
  () => undefined,
);
