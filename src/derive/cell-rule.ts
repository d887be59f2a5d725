import type { Claim } from "../model/claim.ts";
import type { AgreementRecord } from "../model/record.ts";
import { isBeside } from "./beside-versions.ts";
import type { Cell } from "./cell.ts";

/** By which rule a cell got its state: in a sentence, with the file that holds it and the decision behind it. */
export interface CellRule {
  name: string;
  sentence: string;
  file: string;
  decision: string | undefined;
}

/** The name of a rule, and what it found. */
type Reason = [name: string, sentence: string];

function named(...ids: (string | undefined)[]): string {
  return ids.map((id) => `\`${id}\``).join(" and ");
}

/** The claims that a claim disputes and that count, as a cell shows them. */
function opponents(record: AgreementRecord, claim: Claim): string[] {
  return (claim.disputes ?? [])
    .map(({ id }) => id)
    .filter(
      (id) =>
        record.byId.claims.get(id)?.term === claim.term &&
        !record.withdrawals.has(id),
    );
}

/** Why the words of a claim have the state they have: the same by version and by day. */
function reasonOfWords(
  record: AgreementRecord,
  cell: Cell,
  claim: Claim,
): Reason {
  const one = named(claim.id);
  switch (cell.state) {
    case "ended":
      return ["end", `${one} ends the term (\`effect: ends\`).`];
    case "not-disclosed":
      return [
        "not disclosed",
        `${one} says that it exists and was not published (\`effect: not-disclosed\`).`,
      ];
    case "disputed":
      return [
        "dispute",
        `${one} and ${named(...opponents(record, claim))} contradict each other (\`disputes\`), and none was withdrawn.`,
      ];
    case "reported-only":
      return [
        "reported",
        `${one} is known from reports alone (\`confidence: reported\`).`,
      ];
    default:
      return claim.effect === "restates"
        ? ["restated", `${one} describes it in words of its own.`]
        : ["standing", `${one} sets the term, and nothing disputes it.`];
  }
}

/** Why a term has a state in a version: what its own claim says, else what the silence means. */
function reasonInVersion(
  record: AgreementRecord,
  cell: Cell,
  own: Claim | undefined,
  claims: Claim[],
): Reason {
  const before = claims.find((claim) => claim !== own);
  const silent = own
    ? `${named(own?.id)} says that the document is silent (\`effect: not-restated\`)`
    : "No claim leads this term in this version";
  switch (cell.state) {
    case "not-yet":
      return ["not yet", `${silent}, and no earlier version sets the term.`];
    case "unchanged":
      return [
        "unchanged",
        `${named(own?.id)} is a general sentence that nothing changes (\`effect: unchanged\`)${before ? `: the value is that of ${named(before?.id)}` : ""}.`,
      ];
    case "not-restated":
      return [
        "silence",
        `${silent}: what ${named(before?.id)} set is the last known value.`,
      ];
    case "ended":
      if (own) break;
      return ["end", `${silent}, and what ${named(before?.id)} says ended it.`];
  }
  return reasonOfWords(record, cell, claims[0]!);
}

/** Why a term has a state on a day: the last claim begun by then, and what came after it. */
function reasonOnDay(
  record: AgreementRecord,
  cell: Cell,
  claims: Claim[],
): Reason {
  const [claim, after] = claims;
  if (cell.state === "not-yet" || !claim)
    return ["not yet", "No claim that sets the term had begun by then."];
  if (cell.state === "not-restated")
    return [
      "silence",
      `${named(claim.id)} set the term last, and a later document is silent: ${named(after?.id)}.`,
    ];
  if (cell.state === "ended" && claim.effect !== "ends")
    return [
      "end",
      `${named(claim.id)} ran out (\`valid_to\`), and nothing followed.`,
    ];
  return reasonOfWords(record, cell, claim);
}

/** Why a term that no version had set yet is not empty. */
function reasonBeside(claims: Claim[]): Reason {
  return [
    "beside the versions",
    `No version had set the term yet; ${claims.map(({ id }) => `\`${id}\``).join(", ")} held then and belong to none.`,
  ];
}

const BY_VERSION = "docs/decisions/0002-claims-end-never-vanish.md";
const BY_DAY = "docs/decisions/0003-which-date-counts.md";
const BY_CLOCK = "docs/decisions/0011-two-clocks.md";

/** What a column of a term stands for: a version, a day by what is known today, or a day by what was public then. */
export type Clock = "version" | "day" | "known";

/** Names the rule by which a term's cell got its state. `column` is the version's id, or the day. */
export function deriveCellRule(
  record: AgreementRecord,
  cell: Cell,
  clock: Clock,
  termId: string,
  column: string,
): CellRule {
  const claims = cell.claimIds.map((id) => record.byId.claims.get(id)!);
  const beside =
    claims.length > 0 && claims.every((claim) => isBeside(record, claim));
  const own =
    clock === "version"
      ? record.leading.get(termId)?.find((claim) => claim.version === column)
      : undefined;
  const [name, sentence] = beside
    ? reasonBeside(claims)
    : clock === "version"
      ? reasonInVersion(record, cell, own, claims)
      : reasonOnDay(record, cell, claims);
  if (clock === "known")
    return {
      name,
      sentence: `Of what was public on ${column}: ${sentence} What was learned later stands after it.`,
      file: "src/derive/known-on.ts",
      decision: BY_CLOCK,
    };
  return {
    name,
    sentence,
    file: "src/derive/term-cell.ts",
    decision: clock === "version" ? BY_VERSION : BY_DAY,
  };
}
