import { claimOf, findSupersededEmbed } from "../find-superseded.ts";
import type { Superseded } from "../find-superseded.ts";
import type { Embed } from "../embed.ts";
import type { Explainer } from "../explainer.ts";
import type { AgreementRecord } from "../record.ts";
import type { Finding, Rule } from "../rule.ts";

/** Where the second place of a finding stands: what took the claim's place, or says that it ended. */
function cause(
  record: AgreementRecord,
  embed: Embed,
  { how, by }: Superseded,
): Finding["see"] {
  const claim = claimOf(record, embed)!;
  if (how === "withdrawn")
    return {
      on: record.withdrawals.get(claim.id)!,
      path: ["withdraws"],
      note: "it was withdrawn here",
    };
  return how === "superseded"
    ? {
        on: record.byId.claims.get(by!)!,
        path: ["id"],
        note: "the claim that took its place",
      }
    : { on: claim, path: ["valid_to"], note: "its end" };
}

function judge(
  record: AgreementRecord,
  explainer: Explainer,
  embed: Embed,
): Finding[] {
  const found = findSupersededEmbed(record, embed);
  const marked = "historical" in embed.attributes;
  const on = embed as Finding["on"];
  const claim = claimOf(record, embed);
  if (!claim || (found !== undefined) === marked) return [];
  const item = `${explainer.id}#${claim.id}`;
  if (!found)
    return [
      {
        on,
        item,
        path: ["historical"],
        message: `Unexpected \`historical\` on <${embed.name}> of \`${claim.id}\`, expected none: no longer needed, or not yet`,
        hint: "remove the word; nothing in the record says that the claim has ended",
      },
    ];
  return [
    {
      on,
      item,
      path: [embed.name === "Claim" ? "id" : "of"],
      message: `Unexpected claim \`${claim.id}\`, ${found.how} since ${found.since}, expected one that still holds`,
      hint: `rewrite the sentence${found.by ? ` on \`${found.by}\`` : ""}; if it speaks of the past, write \`historical\` in the tag`,
      see: cause(record, embed, found),
    },
  ];
}

/**
 * A sentence that rests on a claim that no longer holds says that it means the past.
 * Wrong: `<Claim id="rent-2001">The rent is a crown</Claim>` once another claim took its place.
 */
export const supersededClaim: Rule = (record) =>
  record.explainers.flatMap((explainer) =>
    explainer.embeds.flatMap((embed) => judge(record, explainer, embed)),
  );
