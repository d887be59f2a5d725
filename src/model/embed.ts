/**
 * The tags an author may write in an explainer, with the attributes each takes; `?` marks an optional one.
 * `historical`: the sentence means the past, so it may rest on a claim that no longer holds.
 */
export const EMBEDS: {
  [name: string]: { block: boolean; attributes: { [name: string]: string } };
} = {
  Claim: {
    block: false,
    attributes: { id: "claims", "historical?": "flag" },
  },
  Value: {
    block: false,
    attributes: { of: "claims", "words?": "text", "historical?": "flag" },
  },
  Date: {
    block: false,
    attributes: {
      "of?": "claims",
      "version?": "versions",
      "source?": "sources",
      "end?": "flag",
      "historical?": "flag",
    },
  },
  AsOf: { block: false, attributes: {} },
  Version: { block: false, attributes: { id: "versions" } },
  Term: { block: false, attributes: { id: "terms" } },
  Gloss: { block: false, attributes: { id: "glossary" } },
  Deal: { block: false, attributes: { id: "deals", "show?": "text" } },
  Question: { block: false, attributes: { id: "openQuestions" } },
  Redline: {
    block: true,
    attributes: { term: "terms", from: "versions", to: "versions" },
  },
  Timeline: {
    block: true,
    attributes: { "term?": "terms", "topic?": "topics" },
  },
  Table: { block: true, attributes: { id: "tables" } },
  Source: { block: true, attributes: { id: "sources" } },
};

/** One tag in an explainer, as written. `index` counts the page's embeds from 0 in document order. */
export interface Embed {
  name: string;
  index: number;
  attributes: { [name: string]: string };
  /** True when the author gave words of their own between the tags. */
  hasChildren: boolean;
}
