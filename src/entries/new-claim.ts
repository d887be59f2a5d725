import { claim, degree, effect, setsState } from "../model/claim.ts";
import type { Claim, Effect } from "../model/claim.ts";
import type { AgreementRecord } from "../model/index.ts";
import { compareDates } from "../model/partial-date.ts";
import { MAX_CELL } from "../model/rules/cell-length.ts";
import { MAX_WORDS } from "../model/rules/locator-words.ts";
import type { Source } from "../model/source.ts";
import { claimEdit } from "./claim-edit.ts";
import { judgeLocator, judgeValue } from "./judge-by-rules.ts";
import type { Kind } from "./kind.ts";
import { TELL_QUESTIONS } from "./tell-questions.ts";
import { changeEdit } from "./new-change.ts";
import { remindAsOf } from "./new-source.ts";
import { termsWithout } from "./new-version.ts";
import { proposeClaimId } from "./propose-id.ts";
import { listOf } from "./question.ts";
import type { Answers } from "./question.ts";
import {
  askDate,
  askEnum,
  askId,
  askOwnId,
  askText,
  claimIds,
  orNone,
  partyIds,
  sourceIds,
  topicIds,
} from "./questions.ts";

type Ask = (record: AgreementRecord, answers: Answers) => boolean;

/** The word for a leading claim that has no `effect`. */
export const SETS = "sets";

/** What each word for an effect says. */
const EFFECTS: { [word in Effect | typeof SETS]: string } = {
  [SETS]: "the term holds as the claim says",
  ends: "the term no longer holds; the value says what holds instead",
  restates: "describes what already held, in other words",
  unchanged: "only a general sentence says that nothing changes",
  "not-restated": "the version is silent; proves neither survival nor repeal",
  "not-disclosed": "it exists, but what it says was not published",
};

const CONFIDENCE: { [kind in Source["kind"]]: Claim["confidence"] } = {
  primary: "primary",
  filing: "primary",
  press: "reported",
  trade: "reported",
  aggregator: "reported",
  analysis: "analysis",
};

const versionOf = (record: AgreementRecord, answers: Answers) =>
  record.byId.versions.get(answers["version"] ?? "");

const leads: Ask = (_record, { version, term }) => Boolean(term && version);

const sets: Ask = (record, answers) =>
  leads(record, answers) &&
  [SETS, "ends", "not-disclosed"].includes(answers["effect"] ?? SETS);

const hasWords: Ask = (_record, answers) =>
  !["unchanged", "not-restated"].includes(answers["effect"] ?? SETS);

/** The claim that set the term before the version, which the new one follows. */
function claimBefore(
  record: AgreementRecord,
  answers: Answers,
): Claim | undefined {
  const own = versionOf(record, answers);
  return record.leading
    .get(answers["term"] ?? "")
    ?.filter(setsState)
    .findLast(
      ({ version }) =>
        own &&
        compareDates(record.byId.versions.get(version!)!.date, own.date) < 0,
    );
}

export const newClaim: Kind = {
  noun: "claims",
  questions: [
    askId(
      "term",
      "the term it is about; none for context",
      (record) => record.terms.map(({ id }) => id),
      { fallback: orNone },
    ),
    askId("topic", "the topic whose file holds it", topicIds, {
      when: (_record, { term }) => !term,
    }),
    askId(
      "version",
      "the version whose cell it is; none where it only supports or disputes",
      (record) => record.timeline.map(({ id }) => id).reverse(),
      { when: (_record, { term }) => Boolean(term), fallback: orNone },
    ),
    {
      key: "effect",
      words: "what it does to its term",
      allowed: () => [SETS, ...effect.options],
      when: leads,
      fallback: () => SETS,
      meanings: EFFECTS,
    },
    askText("value", `the cell's text, at most ${MAX_CELL} characters`, {
      when: hasWords,
      judge: judgeValue,
    }),
    askEnum("degree", "how far it binds one side to the other", degree, {
      when: (record, answers) =>
        sets(record, answers) && Boolean(claimBefore(record, answers)?.degree),
      fallback: orNone,
    }),
    askText("statement", "the whole statement, in your own words"),
    askId("sources", "the documents that say so", sourceIds, {
      many: true,
      fallback: (record, answers) =>
        versionOf(record, answers)
          ?.sources.map(({ id }) => id)
          .join(", "),
    }),
    askText("locator", `at most ${MAX_WORDS} words of the first of them`, {
      fallback: orNone,
      judge: judgeLocator,
    }),
    askDate("valid_from", "when it began, as precise as the source", {
      fallback: (record, answers) =>
        versionOf(record, answers)?.date ??
        record.byId.sources.get(listOf(answers["sources"])[0] ?? "")?.published,
    }),
    askEnum("date_kind", "what that day is", claim.shape.date_kind, {
      fallback: (record, answers) =>
        versionOf(record, answers)?.date_kind ?? "announced",
    }),
    askDate("valid_to", "the first day on which it no longer held", {
      when: (_record, { date_kind }) => date_kind === "expires",
      fallback: orNone,
    }),
    askEnum("confidence", "how well it is known", claim.shape.confidence, {
      fallback(record, { sources }) {
        const [first] = listOf(sources);
        const source = record.byId.sources.get(first ?? "");
        return source && CONFIDENCE[source.kind];
      },
    }),
    askId("parties", "whom it is about", partyIds, {
      many: true,
      fallback: (record, answers) =>
        versionOf(record, answers)?.parties.join(", "),
    }),
    askId("supersedes", "the claims it replaces", claimIds, {
      many: true,
      when: sets,
      fallback: (record, answers) =>
        sets(record, answers) ? (claimBefore(record, answers)?.id ?? "") : "",
    }),
    askText("note", "what readers should know about how it is known", {
      when: () => false,
      fallback: orNone,
    }),
    askOwnId(proposeClaimId),
    ...TELL_QUESTIONS,
  ],
  edits(record, texts, answers) {
    const { change, id } = answers;
    const edit = claimEdit(record, texts, answers);
    if (!change) return [edit];
    const told = { ...answers, id: change, claims: id };
    return [edit, changeEdit(record, texts, told)];
  },
  next(record, { id, term, version, change, valid_from }) {
    const open = version
      ? termsWithout(record, version).filter((own) => own !== term)
      : [];
    return [
      `Look at it: npm run dev, then /claims/${id}/${term ? ` and /terms/${term}/` : ""}`,
      ...(open.length > 0
        ? [`No claim in ${version} yet: ${open.join(", ")}`]
        : []),
      ...(change || record.ledger
        ? []
        : [
            "No edition is accepted yet, so data/changes.yaml need not tell of it; where it should: npm run new change",
          ]),
      "When all are in: npx vitest run tests/content.test.ts -u, and read what changed in tests/golden/",
      ...remindAsOf(record, valid_from!),
    ];
  },
};
