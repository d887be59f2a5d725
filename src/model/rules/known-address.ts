import { didYouMean } from "../did-you-mean.ts";
import type { Explainer, Link } from "../explainer.ts";
import { listKnownAddresses } from "../known-addresses.ts";
import type { KnownAddresses } from "../known-addresses.ts";
import type { AgreementRecord } from "../record.ts";
import type { Finding, Rule } from "../rule.ts";

const MAX_NAMED = 8;

/** Where an address went, and what says so. */
type Went = { to: string[]; said: object };

/** Where addresses went that no longer stand, by the moves and the ledger. */
function listWent({ moves, ledger }: AgreementRecord): Map<string, Went> {
  const went = new Map<string, Went>();
  for (const line of ledger?.items ?? [])
    if (line.to) went.set(line.item, { to: line.to, said: line });
  for (const line of ledger?.pages ?? []) {
    if (line.to) went.set(line.page, { to: line.to, said: line });
    for (const [id, to] of Object.entries(line.gone ?? {}))
      went.set(`${line.page}#${id}`, { to, said: line });
  }
  for (const move of moves) went.set(move.from, { to: move.to, said: move });
  return went;
}

/** What is surely wrong with a link to a place of the site, and how it should be. */
type Fault = { what: string; hint?: string | undefined; said?: object };

function faultOfMove(
  address: string,
  known: KnownAddresses,
  went: ReadonlyMap<string, Went>,
): Fault | undefined {
  const [page = "", id] = address.split("#");
  const stands = known.pages.has(page);
  if (stands && (!id || known.madeOn(page).has(id))) return undefined;
  const gone = went.get(address) ?? (stands ? undefined : went.get(page));
  if (!gone || gone.to.includes(address)) return undefined;
  const { to, said } = gone;
  const whole = to.map((one) =>
    id && !one.includes("#") && known.idsOn(one).has(id) ? `${one}#${id}` : one,
  );
  return to.length === 0
    ? { what: "which was retired, expected one that still stands", said }
    : {
        what: "which moved, expected where it went",
        hint: `write \`${whole.join("` or `")}\``,
        said,
      };
}

function faultOfPage(page: string, known: KnownAddresses): Fault | undefined {
  const what = "expected a page of the site";
  const whole = page.endsWith("/") ? page : `${page}/`;
  if (whole === page && known.mayStand(page)) return undefined;
  if (whole !== page && known.mayStand(whole))
    return { what, hint: `write \`${whole}\`, with the slash at its end` };
  const near = didYouMean(whole, known.pages);
  return { what, hint: near && `did you mean \`${near}\`?` };
}

function faultOfId(
  page: string,
  id: string,
  known: KnownAddresses,
): Fault | undefined {
  if (known.mayHold(page, id)) return undefined;
  const near = didYouMean(id, known.idsOn(page));
  const ids = [...known.madeOn(page)];
  const named = ids.slice(0, MAX_NAMED).map((one) => `\`#${one}\``);
  return {
    what: "expected the id of a heading or entry on that page",
    hint: near
      ? `did you mean \`#${near}\`?`
      : ids.length > 0
        ? `it has ${named.join(", ")}${ids.length > named.length ? ", …" : ""}`
        : "it has no headings",
  };
}

function faultOf(
  address: string,
  known: KnownAddresses,
  went: ReadonlyMap<string, Went>,
): Fault | undefined {
  const [page = "", fragment = ""] = address.split("#");
  // A file, or an address with a question, is not a page of the record.
  if (/\?|[^/]*\.[^/]*$/.test(page)) return undefined;
  let id: string;
  try {
    id = decodeURIComponent(fragment);
  } catch {
    return { what: "expected one that can be read" };
  }
  return (
    faultOfMove(address, known, went) ??
    faultOfPage(page, known) ??
    faultOfId(page, id, known)
  );
}

/**
 * Links in prose lead to pages and sections that exist. Only what is surely wrong is a problem: the built site is
 * looked over again. Wrong: `[rent](/rents/)`, `[rent](/rent)`, `[below](#nowhere)`.
 */
export const knownAddress: Rule = (record) => {
  const known = listKnownAddresses(record);
  const went = listWent(record);
  const check = (explainer: Explainer, link: Link): Finding[] => {
    const { address, loads } = link;
    if (loads || !/^(?:#|\/(?![/\\]))[^\s\\]*$/.test(address)) return [];
    const whole = address.startsWith("#")
      ? `/${explainer.id}/${address}`
      : address;
    const fault = faultOf(whole, known, went);
    if (!fault) return [];
    return [
      {
        on: link as Finding["on"],
        item: `${explainer.id}#${address}`,
        message: `Unexpected link to \`${address.slice(0, 80)}\`, ${fault.what}`,
        hint: fault.hint,
        see: fault.said && { on: fault.said, note: "this says so" },
      },
    ];
  };
  return record.explainers.flatMap((explainer) =>
    explainer.links.flatMap((link) => check(explainer, link)),
  );
};
