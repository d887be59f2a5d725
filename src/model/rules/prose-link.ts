import type { Link } from "../explainer.ts";
import type { Finding, Rule } from "../rule.ts";
import { isWebAddress } from "../web-address.ts";

/** An address below the site, or a place on the page; `//host/` would be another site. */
const OWN = /^(?:\/(?![/\\])|#)[^\s\\]*$/;

function isFine({ address, loads }: Link): boolean {
  if (OWN.test(address)) return true;
  return (
    !loads && (isWebAddress(address) || /^mailto:[^\s<>"]+$/.test(address))
  );
}

/** Links in prose lead to pages of the site and to https addresses; pictures are the site's own. Wrong: `[a](javascript:…)`. */
export const proseLink: Rule = (record) =>
  record.explainers.flatMap((explainer) =>
    explainer.links
      .filter((link) => !isFine(link))
      .map((link) => ({
        on: link as Finding["on"],
        item: `${explainer.id}#${link.address}`,
        message: `Unexpected ${link.loads ? "picture" : "link"} \`${link.address.slice(0, 80)}\` in prose, expected ${link.loads ? "a file of the site" : "a page of the site, or an address that begins with https://"}`,
      })),
  );
