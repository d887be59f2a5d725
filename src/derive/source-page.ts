import type { AgreementRecord } from "../model/record.ts";
import type { Source } from "../model/source.ts";
import { claimLink } from "./claim-page.ts";
import type { ClaimLink } from "./claim-page.ts";
import { offeringEntry } from "./table-offerings.ts";
import { dealEntry } from "./table-deals.ts";
import { formatDate } from "./format-date.ts";
import type { Check } from "./verification.ts";
import { articlePath } from "./statement.ts";
import { deriveCheck } from "./verification.ts";
import { formatAccess, formatSourceKind } from "./note.ts";

export interface Link {
  href: string;
  label: string;
}

export interface SourcePage {
  source: Source;
  published: string;
  read?: string | undefined;
  kind: string;
  access: string;
  check?: Check | undefined;
  carriers: Link[];
  carries: Link[];
  claims: (ClaimLink & { locator?: string | undefined })[];
  others: Link[];
}

function sourceLink(source: Source): Link {
  return {
    href: `/sources/${source.id}/`,
    label: `${source.publisher}: ${source.title}`,
  };
}

/** One document: how it was read, what it carries, and everything in the record that rests on it. */
export function deriveSourcePage(
  record: AgreementRecord,
  source: Source,
): SourcePage {
  const cites = (item: { sources: { id: string }[] }) =>
    item.sources.some((ref) => ref.id === source.id);
  const judged = record.coverage.filter(
    (entry) => entry.article === source.id,
  ).length;
  const others: Link[] = [
    ...record.versions.filter(cites).map((version) => ({
      href: `/versions/${version.id}/`,
      label: `Version of ${formatDate(version.date)}: ${version.title}`,
    })),
    ...record.offerings.filter(cites).map((offering) => ({
      href: `/availability/#${offering.id}`,
      label: `${offering.title}: ${offeringEntry(offering).words}`,
    })),
    ...record.deals.filter(cites).map((deal) => ({
      href: `/deals/#${deal.id}`,
      label: dealEntry(record, deal).words,
    })),
    ...(judged === 0
      ? []
      : [
          {
            href: articlePath(source.id),
            label: `Was it true? ${judged === 1 ? "A statement" : `${judged} statements`} of it, judged`,
          },
        ]),
    ...record.tables
      .filter(
        (table) => table.kind === "statements" && table.article === source.id,
      )
      .map((table) => ({ href: `/tables/${table.id}/`, label: table.title })),
    ...record.explainers
      .filter((explainer) =>
        explainer.embeds.some(
          ({ name, attributes }) =>
            name === "Source" && attributes["id"] === source.id,
        ),
      )
      .map((explainer) => ({
        href: `/${explainer.id}/`,
        label: explainer.title,
      })),
  ];
  return {
    source,
    published: formatDate(source.published),
    read: source.read && formatDate(source.read),
    kind: formatSourceKind(source),
    access: formatAccess(record, source),
    check:
      source.access === "direct" ? deriveCheck(record, source.id) : undefined,
    carriers: (source.via ?? []).map((id) =>
      sourceLink(record.byId.sources.get(id)!),
    ),
    carries: record.sources
      .filter((other) => other.via?.includes(source.id))
      .map(sourceLink),
    claims: record.claims.filter(cites).map((claim) => ({
      ...claimLink(record, claim.id),
      locator: claim.sources.find((ref) => ref.id === source.id)?.locator,
    })),
    others,
  };
}
