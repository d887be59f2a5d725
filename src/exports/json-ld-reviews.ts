import type { ClaimReview } from "schema-dts";
import { deriveArticlePage } from "../derive/article-page.ts";
import { formatDate, formatOnDate } from "../derive/format-date.ts";
import type { Verdict } from "../derive/verdict.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Source } from "../model/source.ts";
import type { Thing } from "./json-ld.ts";

/** Both verdicts in words, since a rating is one: "outdated: accurate on 24 April 2026, outdated on 6 May 2026". */
function ratingWords(
  { day, now }: Verdict,
  onDay: string,
  asOf: string,
): string {
  if (day === now) return day.word;
  return `${now.word}: ${day.word} ${onDay}, ${now.word} on ${asOf}`;
}

/**
 * A review of each statement of an article, at the statement's own address. The rating is a word, not a number:
 * verdicts have no order from bad to good. A view is not reviewed, since it is not to be judged.
 */
export function deriveReviewThings(
  record: AgreementRecord,
  source: Source,
  reviewer: { [key: string]: Thing },
): Thing[] {
  const { address, as_of, language } = record.site;
  const onDay = formatOnDate(source.published);
  return deriveArticlePage(record, source)
    .statements.filter(({ verdict }) => verdict.now.id !== "opinion")
    .map(
      ({ href, text, verdict, note }) =>
        ({
          "@type": "ClaimReview",
          "@id": `${address}${href}`,
          url: `${address}${href}`,
          inLanguage: language,
          claimReviewed: text,
          reviewBody: note,
          dateModified: as_of,
          author: { ...reviewer, "@type": "Organization" },
          reviewRating: {
            "@type": "Rating",
            alternateName: ratingWords(verdict, onDay, formatDate(as_of)),
            ratingExplanation: verdict.now.meaning,
          },
          itemReviewed: {
            "@type": "Claim",
            text,
            author: { "@type": "Organization", name: source.publisher },
            datePublished: source.published,
            appearance: {
              "@type": "Article",
              headline: source.title,
              url: source.url,
              datePublished: source.published,
              publisher: { "@type": "Organization", name: source.publisher },
            },
          },
        }) satisfies ClaimReview,
    );
}
