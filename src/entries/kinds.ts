import type { Kind } from "./kind.ts";
import { newArticle } from "./new-article.ts";
import { newChange } from "./new-change.ts";
import { newClaim } from "./new-claim.ts";
import { newExplainer } from "./new-explainer.ts";
import { newSource } from "./new-source.ts";
import { newTerm } from "./new-term.ts";
import { newVersion } from "./new-version.ts";

/** Every kind of entry that `npm run new` begins, by the word for it. */
export const KINDS: { [word: string]: Kind } = {
  claim: newClaim,
  source: newSource,
  version: newVersion,
  term: newTerm,
  explainer: newExplainer,
  article: newArticle,
  change: newChange,
};
