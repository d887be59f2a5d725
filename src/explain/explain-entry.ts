import { deriveRedline } from "../derive/redline.ts";
import { formatRedlineItem } from "../derive/redline-sentence.ts";
import { deriveVerdict } from "../derive/verdict.ts";
import { findSitePage } from "../exports/site-page.ts";
import { itemsById, listItems } from "../model/item.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { InTable } from "./explain-table.ts";
import { listNamedParts } from "./named-parts.ts";
import { nounOf, partOf, partsAtHome, partsOfClaims } from "./name-entry.ts";

/** A term between two versions. */
function explainItem(
  record: AgreementRecord,
  path: string,
  id: string,
): InTable | undefined {
  const page = findSitePage(record, path);
  if (page.kind !== "pair") return undefined;
  const item = deriveRedline(record, page.from, page.to).items.find(
    ({ termId }) => termId === id,
  );
  if (!item) return undefined;
  const sides = [
    ...[item.after.own].map((one) => ({
      one,
      role: "speaks in the later version",
    })),
    { one: item.after.claim, role: "sets the later state" },
    { one: item.before.claim, role: "sets the earlier state" },
    ...item.causes.map((one) => ({ one, role: "came in between" })),
  ];
  const claims = sides.flatMap(({ one, role }) =>
    one ? [{ id: one.id, role }] : [],
  );
  const once = claims.filter(
    ({ id: own }, at) => claims.findIndex((other) => other.id === own) === at,
  );
  return {
    about: `the term \`${id}\` between ${page.from.id} and ${page.to.id}`,
    words: formatRedlineItem(record, item),
    parts: [
      ...partsOfClaims(record, once),
      ...partOf(record, "is the term", "terms", id),
    ],
    rule: {
      name: item.kind,
      sentence: `The state at the earlier version (${item.before.kind}) beside that at the later one (${item.after.kind}).`,
      file: "src/derive/redline.ts",
      decision: "docs/decisions/0012-redlines-of-states.md",
    },
    claimIds: once.map(({ id: own }) => own),
  };
}

/** A step in a term's history, or in what a version did: the claim that leads the term in the version. */
function explainStep(
  record: AgreementRecord,
  path: string,
  id: string,
): InTable | undefined {
  const page = findSitePage(record, path);
  const [term, version] =
    page.kind === "term"
      ? [page.item.id, id]
      : page.kind === "version"
        ? [id, page.item.id]
        : [];
  const claim = record.leading
    .get(term ?? "")
    ?.find((leading) => leading.version === version);
  if (!claim) return undefined;
  return {
    about: `what version ${version} says of the term \`${term}\``,
    words: claim.value ?? claim.statement,
    parts: [
      ...partsOfClaims(record, [{ id: claim.id, role: "leads the term" }]),
      ...partOf(record, "is the term", "terms", term),
      ...partOf(record, "is the version", "versions", version),
    ],
    claimIds: [claim.id],
  };
}

/** An entry whose own address this is: an offering, a judged statement, a word. */
function explainHome(
  record: AgreementRecord,
  address: string,
): InTable | undefined {
  const parts = partsAtHome(record, address);
  if (parts.length === 0) return undefined;
  const item = listItems(record).find(({ home }) => home === address)!;
  const coverage =
    nounOf(record, item.entry) === "coverage"
      ? record.byId.coverage.get(item.id)
      : undefined;
  const base = {
    about: `the entry of ${parts[0]!.what}`,
    words: item.says,
    parts,
    claimIds: [],
  };
  if (!coverage) return base;
  const { day, now } = deriveVerdict(record, coverage);
  const claims = coverage.claims.map((id) => ({ id, role: "decides it" }));
  return {
    ...base,
    parts: [...parts, ...partsOfClaims(record, claims)],
    rule: {
      name: `${day.word} on its day, ${now.word} on ${record.site.as_of}`,
      sentence:
        "The editor's word is about the statement itself; `true_until` and `true_from` say when it began to apply.",
      file: "src/derive/verdict.ts",
      decision: undefined,
    },
  };
}

/** An entry in a list that links to its own page, or a part of a page that is named after an item. */
function explainNamed(
  record: AgreementRecord,
  path: string,
  id: string,
): InTable | undefined {
  if (!listNamedParts(record, path).has(id)) return undefined;
  const items = itemsById(record);
  const parts = id.split(".").flatMap((part) => [
    ...(items.get(part) ?? []).flatMap(({ entry }) => {
      const noun = nounOf(record, entry);
      return noun ? partOf(record, "gives the name", noun, entry.id) : [];
    }),
    ...partOf(record, "gives the name", "topics", part),
  ]);
  if (parts.length === 0) return undefined;
  const about = `a part of the page named after ${parts[0]!.what}`;
  return { about, parts, claimIds: [] };
}

/** What an id on a page is when it is no part of a table: the first that fits. */
export function explainEntry(
  record: AgreementRecord,
  path: string,
  id: string,
): InTable | undefined {
  return (
    explainItem(record, path, id) ??
    explainStep(record, path, id) ??
    explainHome(record, `${path}#${id}`) ??
    explainNamed(record, path, id)
  );
}
