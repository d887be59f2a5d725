import type { Rule } from "../rule.ts";
import { boundFact } from "./bound-fact.ts";
import { boundStatus } from "./bound-status.ts";
import { cellLength } from "./cell-length.ts";
import { changeDeclared } from "./change-declared.ts";
import { claimDegree } from "./claim-degree.ts";
import { claimSource } from "./claim-source.ts";
import { claimValue } from "./claim-value.ts";
import { coverageDecided } from "./coverage-decided.ts";
import { coverageMistake } from "./coverage-mistake.ts";
import { dateOrder } from "./date-order.ts";
import { disputeMutual } from "./dispute-mutual.ts";
import { httpsUrl } from "./https-url.ts";
import { knownAddress } from "./known-address.ts";
import { knownEmbed } from "./known-embed.ts";
import { knownId } from "./known-id.ts";
import { ledgerItem } from "./ledger-item.ts";
import { leadingOverlap } from "./leading-overlap.ts";
import { locatorWords } from "./locator-words.ts";
import { navigationPage } from "./navigation-page.ts";
import { oneLeadingClaim } from "./one-leading-claim.ts";
import { outdatedStatement } from "./outdated-statement.ts";
import { pageMarkdown } from "./page-markdown.ts";
import { proseLink } from "./prose-link.ts";
import { recordDay } from "./record-day.ts";
import { redlineOrder } from "./redline-order.ts";
import { sourceCarrier } from "./source-carrier.ts";
import { sourceCited } from "./source-cited.ts";
import { supersededClaim } from "./superseded-claim.ts";
import { supersedes } from "./supersedes.ts";
import { tableShape } from "./table-shape.ts";
import { termShown } from "./term-shown.ts";
import { topicExplainer } from "./topic-explainer.ts";
import { uniqueId } from "./unique-id.ts";
import { verdictDates } from "./verdict-dates.ts";
import { verificationState } from "./verification-state.ts";
import { versionDate } from "./version-date.ts";
import { withdrawal } from "./withdrawal.ts";

/** Rules that find something missing, and so cannot judge a record of which a part could not be read. */
export const NEEDS_WHOLE_RECORD = new Set([
  "known-address",
  "known-embed",
  "change-declared",
  "known-id",
  "ledger-item",
  "navigation-page",
  "record-day",
  "source-carrier",
  "source-cited",
  "superseded-claim",
  "table-shape",
  "term-shown",
  "topic-explainer",
]);

/** Every rule across entries, by id. */
export const RULES: { [id: string]: Rule } = {
  "bound-fact": boundFact,
  "bound-status": boundStatus,
  "cell-length": cellLength,
  "change-declared": changeDeclared,
  "claim-degree": claimDegree,
  "claim-source": claimSource,
  "claim-value": claimValue,
  "coverage-decided": coverageDecided,
  "coverage-mistake": coverageMistake,
  "date-order": dateOrder,
  "dispute-mutual": disputeMutual,
  "https-url": httpsUrl,
  "known-address": knownAddress,
  "known-embed": knownEmbed,
  "known-id": knownId,
  "ledger-item": ledgerItem,
  "leading-overlap": leadingOverlap,
  "locator-words": locatorWords,
  "navigation-page": navigationPage,
  "one-leading-claim": oneLeadingClaim,
  "outdated-statement": outdatedStatement,
  "page-markdown": pageMarkdown,
  "prose-link": proseLink,
  "record-day": recordDay,
  "redline-order": redlineOrder,
  "source-carrier": sourceCarrier,
  "source-cited": sourceCited,
  "superseded-claim": supersededClaim,
  supersedes,
  "table-shape": tableShape,
  "term-shown": termShown,
  "topic-explainer": topicExplainer,
  "unique-id": uniqueId,
  "verdict-dates": verdictDates,
  "verification-state": verificationState,
  "version-date": versionDate,
  withdrawal,
};
