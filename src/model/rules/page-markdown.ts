import type { Explainer } from "../explainer.ts";
import type { Heading } from "../headings.ts";
import type { Finding, Rule } from "../rule.ts";

function checkHeadings({ headings }: Explainer): Finding[] {
  const first = new Map<string, Heading>();
  return headings.flatMap((heading): Finding[] => {
    const { words, depth } = heading;
    const on = heading as Finding["on"];
    if (depth === 1)
      return [
        {
          on,
          message: `Unexpected heading \`# ${words}\` of level 1, expected level 2 or more: the page's title stands in its front matter`,
          hint: `## ${words}`,
        },
      ];
    const earlier = first.get(words);
    if (!earlier) {
      first.set(words, heading);
      return [];
    }
    return [
      {
        on,
        message: `Unexpected second heading \`${words}\`, expected each once a page: links lead to headings by their words`,
        hint: "give one of the two other words",
        see: { on: earlier, note: "the first is here" },
      },
    ];
  });
}

/**
 * Markdown that no page may hold. Wrong: a table drawn with `|`, whose cells have neither address nor source;
 * `# Heading`, of which a page has its own; two headings alike.
 */
export const pageMarkdown: Rule = (record) =>
  record.explainers.flatMap((explainer) => [
    ...checkHeadings(explainer),
    ...explainer.markdownTables.map((table) => ({
      on: table as object as Finding["on"],
      message:
        "Unexpected Markdown table, expected one that the record declares",
      hint: 'declare it in data/tables/<id>.yaml, then <Table id="…" />',
    })),
  ]);
