import { changeJson } from "./change.ts";
import { claimJson } from "./claim.ts";
import { dealJson } from "./deal.ts";
import { explainerJson } from "./explainer.ts";
import type { JsonNoun } from "./noun.ts";
import { channelJson, offeringJson, productJson } from "./offering.ts";
import { sourceJson } from "./source.ts";
import { statementJson } from "./statement.ts";
import {
  glossaryJson,
  impactJson,
  openQuestionJson,
  partyJson,
  topicJson,
} from "./subjects.ts";
import { tableJson } from "./table.ts";
import { termJson } from "./term.ts";
import { versionJson } from "./version.ts";

/**
 * Every noun that programs get. Left out: verifications, which stand at their sources; moves, which are
 * `/permalinks.json`; exceptions, which only tell the check what editors accepted.
 */
export const JSON_NOUNS: JsonNoun[] = [
  topicJson,
  partyJson,
  versionJson,
  termJson,
  claimJson,
  sourceJson,
  productJson,
  channelJson,
  offeringJson,
  dealJson,
  statementJson,
  impactJson,
  glossaryJson,
  openQuestionJson,
  changeJson,
  explainerJson,
  tableJson,
];
