import { formatDate } from "../derive/format-date.ts";
import { capitalise } from "../derive/sentence-words.ts";
import type { Claim } from "../model/claim.ts";
import type { Explainer } from "../model/explainer.ts";
import { partialDate } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Source } from "../model/source.ts";
import type { TableSpec } from "../model/table-spec.ts";
import type { Term } from "../model/term.ts";
import type { Version } from "../model/version.ts";

/** What the page at an address is about. `other`: an index, or a page without an item of its own. */
export type SitePage =
  | { kind: "home" }
  | { kind: "explainer"; item: Explainer }
  | { kind: "table"; item: TableSpec }
  | { kind: "term"; item: Term }
  | { kind: "version"; item: Version }
  | { kind: "claim"; item: Claim }
  | { kind: "pair"; from: Version; to: Version }
  | { kind: "source"; item: Source }
  /** A judged article, which is a source. */
  | { kind: "article"; item: Source }
  | { kind: "as-of" | "known"; item: { date: PartialDate } }
  | { kind: "other"; parts: string[] };

/** Finds what the page at a path (slashes at both ends) is about. */
export function findSitePage(record: AgreementRecord, path: string): SitePage {
  const parts = path.split("/").filter((part) => part !== "");
  if (parts.length === 0) return { kind: "home" };
  const explainer = record.byId.explainers.get(parts.join("/"));
  if (explainer) return { kind: "explainer", item: explainer };
  const other = { kind: "other", parts } as const;
  const [folder, id, ...rest] = parts;
  if (id === undefined || rest.length > 0) return other;
  const found = <K extends string, T>(kind: K, item: T | undefined) =>
    item === undefined ? other : { kind, item };
  switch (folder) {
    case "tables":
      return found("table", record.byId.tables.get(id));
    case "terms":
      return found("term", record.byId.terms.get(id));
    case "versions":
      return found("version", record.byId.versions.get(id));
    case "compare": {
      const [from, to] = id
        .split("..")
        .map((version) => record.byId.versions.get(version));
      return from && to ? { kind: "pair", from, to } : other;
    }
    case "claims":
      return found("claim", record.byId.claims.get(id));
    case "sources":
      return found("source", record.byId.sources.get(id));
    case "was-it-true":
      return record.coverage.some((entry) => entry.article === id)
        ? found("article", record.byId.sources.get(id))
        : other;
    case "as-of":
    case "known":
      return partialDate.safeParse(id).success
        ? { kind: folder, item: { date: id } }
        : other;
    default:
      return other;
  }
}

/** Pages whose address cannot say their whole title. */
const TITLES: { [part: string]: string } = {
  "as-of": "As of any day",
  known: "Known on any day",
  "was-it-true": "Was it true?",
};

/** A part of a path in words: `open-questions` → "Open questions", `2024-05..2025` → "May 2024 to 2025". */
export function formatPathPart(part: string): string {
  const title = TITLES[part];
  if (title !== undefined) return title;
  const words = part
    .split("..")
    .map((piece) =>
      partialDate.safeParse(piece).success
        ? formatDate(piece)
        : piece.replaceAll("-", " "),
    )
    .join(" to ");
  return capitalise(words);
}
