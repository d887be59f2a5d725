import { z } from "zod";
import type { AgreementRecord } from "../model/index.ts";
import { insertValue } from "./edit.ts";
import type { Kind } from "./kind.ts";
import { freeId, slug } from "./propose-id.ts";
import type { Answers } from "./question.ts";
import { askId, askOwnId, askText } from "./questions.ts";
import { quote, spellFields, spellId } from "./spell.ts";

/** A page's path without slashes at the ends. */
const pagePath = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/, {
    error: "a path in kebab-case, such as `outlook` or `impact/users`",
  });

/** Topics whose page is not written yet. */
function topicsWithout(record: AgreementRecord): string[] {
  return record.topics
    .map(({ id }) => id)
    .filter((id) => !record.byId.explainers.has(id));
}

/** Whether the navigation leads to the page already, though it is not there yet. */
function isLinked(record: AgreementRecord, { id }: Answers): boolean {
  return record.site.navigation.some(({ pages }) => pages.includes(id!));
}

function pageText(record: AgreementRecord, answers: Answers): string {
  const head = spellFields(answers, [
    ["title", quote],
    ["question", quote],
    ["description", quote],
    ["topic", spellId],
  ]).map(([key, value]) => `${key}: ${String(value)}`);
  const { topic } = answers;
  const terms = record.terms.filter((term) => topic && term.topic === topic);
  return [
    "---",
    ...head,
    "# Below: own words, and embeds for every date, amount and status. They are listed in CONTRIBUTING.md.",
    "---",
    "",
    "This page speaks for <AsOf />.",
    "",
    ...(topic ? [`<Timeline topic="${topic}" />`, ""] : []),
    ...(terms.length > 0 ? ["## The terms", ""] : []),
    ...terms.map(({ id, title }) => `- <Term id="${id}">${title}</Term>`),
    ...(terms.length > 0 ? [""] : []),
  ].join("\n");
}

export const newExplainer: Kind = {
  noun: "explainers",
  questions: [
    askId(
      "topic",
      "the topic it explains; none for any other page",
      topicsWithout,
      {
        when: (record) => topicsWithout(record).length > 0,
        fallback: () => "",
      },
    ),
    askText("title", "its title", {
      fallback: (record, { topic }) =>
        record.byId.topics.get(topic ?? "")?.title,
    }),
    askText("question", "the question it answers", {
      fallback: (record, { topic }) =>
        record.byId.topics.get(topic ?? "")?.question,
    }),
    askText("description", "what it holds, in one sentence"),
    askOwnId(
      (record, { topic, title = "" }) =>
        topic || freeId(record.byId.explainers, slug(title)),
      { schema: pagePath },
    ),
    askId(
      "group",
      "the group of the navigation that leads to it",
      (record) => record.site.navigation.map(({ title }) => title),
      {
        when: (record, answers) => !isLinked(record, answers),
        fallback: (record) => record.site.navigation[0]?.title,
      },
    ),
  ],
  edits(record, texts, answers) {
    const { id, group } = answers;
    const page = {
      path: `explainers/${id}.mdx`,
      at: 0,
      text: pageText(record, answers),
    };
    if (isLinked(record, answers)) return [page];
    const at = record.site.navigation.findIndex(({ title }) => title === group);
    const keys = ["navigation", at, "pages"];
    const site = texts.get("site.yaml")!;
    return [page, insertValue("site.yaml", site, keys, id!)];
  },
  next: (_record, { id }) => [
    `Write it in explainers/${id}.mdx while npm run dev shows /${id}/.`,
    "Years, amounts and percentages come only through embeds: npm run check says where one does not.",
  ],
};
