import type { ArticlePage, MistakeGroup } from "../src/derive/article-page.ts";
import { pieceWords } from "../src/derive/statement.ts";
import type { Statement } from "../src/derive/statement.ts";

function statementLines({
  text,
  verdict,
  mistake,
  note,
  turn,
  claims,
}: Statement): string[] {
  return [
    text,
    `  then ${verdict.day.word}, now ${verdict.now.word}${mistake ? ` (${mistake.toLowerCase()})` : ""}`,
    `  ${note}`,
    ...(turn.length > 0 ? [`  ${pieceWords(turn)}`] : []),
    ...claims.map(
      ({ entry, times, standing }) =>
        `  - ${entry.words}: ${times}; ${standing}`,
    ),
    "",
  ];
}

/** An article's verdicts as plain text, as its page says them. */
export function formatArticle(page: ArticlePage): string {
  return [
    `${page.source.publisher}, ${page.published}: ${page.source.title}`,
    page.answer,
    ...page.tallies.map(
      ({ label, day, now }) => `${label.word}: ${day} then, ${now} now`,
    ),
    "",
    ...page.statements.flatMap(statementLines),
  ].join("\n");
}

/** The register of single statements as plain text. */
export function formatRegister(groups: MistakeGroup[]): string {
  return groups
    .flatMap(({ title, articles }) => [
      `## ${title} (${articles.length})`,
      "",
      ...articles.flatMap((page) => [
        `${page.source.publisher}, ${page.published}. ${page.answer}`,
        ...page.statements.flatMap(statementLines),
      ]),
    ])
    .join("\n");
}
