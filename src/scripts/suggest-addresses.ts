import { nearestAddresses } from "./nearest-addresses.ts";

/** Offers the addresses nearest to the one that leads nowhere. Without them the page is complete, too. */
async function suggest(area: HTMLElement): Promise<void> {
  const answer = await fetch("/sitemap.xml");
  if (!answer.ok) return;
  // Read as text: the page's policy lets no script make a document, and paths hold nothing that is escaped.
  const sitemap = await answer.text();
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    (match) => new URL(match[1]!).pathname,
  );
  const nearest = nearestAddresses(
    decodeURI(location.pathname),
    addresses,
    Number(area.dataset["most"]),
  );
  const items = nearest.map((address) => {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = address;
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
