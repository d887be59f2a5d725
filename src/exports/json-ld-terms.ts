import type { DefinedTerm, DefinedTermSet } from "schema-dts";
import type { AgreementRecord } from "../model/record.ts";
import type { Term } from "../model/term.ts";
import type { Thing } from "./json-ld.ts";

type About = {
  url: string;
  description: string;
  inLanguage: string;
  name: string;
};

/** Where the terms are a set: each names it, and it names each. */
const TERMS = "/terms/";

/** A term of the agreement: what it asks. Its answers have dates and sources, and stand on its page. */
export function deriveTermThing(
  { site }: AgreementRecord,
  { id, title, question }: Term,
): Thing {
  const url = `${site.address}${TERMS}${id}/`;
  return {
    "@type": "DefinedTerm",
    "@id": url,
    url,
    name: title,
    description: question,
    termCode: id,
    inDefinedTermSet: `${site.address}${TERMS}`,
  } satisfies DefinedTerm;
}

/** The set of all terms, or of all words of the glossary: what stands on its page, each at its address. */
export function deriveTermSetThing(
  record: AgreementRecord,
  about: About,
): Thing {
  const { url } = about;
  const items =
    url === `${record.site.address}${TERMS}`
      ? record.terms.map(({ id, title, question }) => ({
          id: `${url}${id}/`,
          name: title,
          description: question,
        }))
      : record.glossary.map(({ id, term, meaning }) => ({
          id: `${url}#${id}`,
          name: term,
          description: meaning,
        }));
  return {
    "@type": "DefinedTermSet",
    "@id": url,
    ...about,
    hasDefinedTerm: items.map(({ id, name, description }) => ({
      "@type": "DefinedTerm",
      "@id": id,
      name,
      description,
      inDefinedTermSet: url,
    })),
  } satisfies DefinedTermSet;
}
