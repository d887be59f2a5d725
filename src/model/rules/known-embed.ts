import { didYouMean } from "../did-you-mean.ts";
import { EMBEDS } from "../embed.ts";
import type { Embed } from "../embed.ts";
import type { AgreementRecord } from "../record.ts";
import type { Finding, Rule } from "../rule.ts";

type Noun =
  | "claims"
  | "versions"
  | "sources"
  | "terms"
  | "glossary"
  | "deals"
  | "openQuestions"
  | "topics"
  | "tables";

function checkAttribute(
  embed: Embed,
  name: string,
  kind: string,
  record: AgreementRecord,
): Finding[] {
  const value = embed.attributes[name];
  if (value === undefined || kind === "text") return [];
  if (kind === "flag") {
    if (value === "") return [];
    const message = `Unexpected value of \`${name}\` in <${embed.name}>, expected the word alone`;
    return [{ on: embed as Finding["on"], path: [name], message, hint: name }];
  }
  const known = record.byId[kind as Noun];
  if (known.has(value)) return [];
  const near = didYouMean(value, known.keys());
  const message = `Unexpected id \`${value}\` in <${embed.name}>, expected one of the record's ${kind === "openQuestions" ? "open questions" : kind}`;
  return [
    {
      on: embed as Finding["on"],
      path: [name],
      message,
      hint: near ? `did you mean \`${near}\`?` : undefined,
    },
  ];
}

/** Embeds that are about one thing of several kinds. */
const ONE_OF: { [name: string]: string[] } = {
  Date: ["of", "version", "source"],
  Timeline: ["term", "topic"],
};

/** Wrong: `<Date />`, which would print nothing. */
function checkChoice(embed: Embed): Finding[] {
  const names = ONE_OF[embed.name] ?? [];
  const given = names.filter((name) => name in embed.attributes);
  if (names.length === 0 || given.length === 1) return [];
  return [
    {
      on: embed as Finding["on"],
      message: `Unexpected <${embed.name}> with ${given.length} of \`${names.join("`, `")}\`, expected one`,
      hint: `<${embed.name} ${names[0]}="…" />`,
    },
  ];
}

function checkEmbed(embed: Embed, record: AgreementRecord): Finding[] {
  const on = embed as Finding["on"];
  const known = Object.hasOwn(EMBEDS, embed.name)
    ? EMBEDS[embed.name]
    : undefined;
  if (!known) {
    const near = didYouMean(embed.name, Object.keys(EMBEDS));
    const names = Object.keys(EMBEDS).join(", ");
    const message = `Unexpected embed <${embed.name}>, expected one of ${names}`;
    return [
      { on, message, hint: near ? `did you mean <${near}>?` : undefined },
    ];
  }
  const allowed = new Map(
    Object.entries(known.attributes).map(([name, kind]) => [
      name.replace("?", ""),
      kind,
    ]),
  );
  // Attribute that is not known → the one that was probably meant.
  const strange = new Map(
    Object.keys(embed.attributes)
      .filter((name) => !allowed.has(name))
      .map((name) => [name, didYouMean(name.toLowerCase(), allowed.keys())]),
  );
  const meant = new Set(strange.values());
  const missing = Object.keys(known.attributes).filter(
    (name) =>
      !name.endsWith("?") && !(name in embed.attributes) && !meant.has(name),
  );
  return [
    ...missing.map((name) => ({
      on,
      message: `Unexpected <${embed.name}> without \`${name}\`, expected it`,
      hint: `<${embed.name} ${name}="…" />`,
    })),
    ...checkChoice(embed),
    ...[...strange].map(([name, near]) => ({
      on,
      path: [name],
      message: `Unexpected attribute \`${name}\` of <${embed.name}>, expected one of ${[...allowed.keys()].join(", ") || "none"}`,
      hint: near && `did you mean \`${near}\`?`,
    })),
    ...[...allowed].flatMap(([name, kind]) =>
      checkAttribute(embed, name, kind, record),
    ),
  ];
}

/** A `words` attribute repeats the record letter for letter, so that no number enters the prose by hand. */
function checkWords(embed: Embed, record: AgreementRecord): Finding[] {
  const words = embed.attributes["words"];
  const claim = record.byId.claims.get(embed.attributes["of"] ?? "");
  if (embed.name !== "Value" || words === undefined || !claim) return [];
  const said = [claim.value, claim.statement, claim.note];
  if (words.trim() && said.some((text) => text?.includes(words))) return [];
  return [
    {
      on: embed as Finding["on"],
      path: ["words"],
      message: `Unexpected ${words.trim() ? `words \`${words}\`` : "empty `words`"}, expected words of claim \`${claim.id}\``,
      hint: `its value is "${claim.value ?? claim.effect}"`,
      see: { on: claim, path: ["statement"], note: "its statement" },
    },
  ];
}

/** Every tag in an explainer is known, complete, and names things that exist. */
export const knownEmbed: Rule = (record) =>
  record.explainers.flatMap((explainer) =>
    explainer.embeds.flatMap((embed) => [
      ...checkEmbed(embed, record),
      ...checkWords(embed, record),
    ]),
  );
