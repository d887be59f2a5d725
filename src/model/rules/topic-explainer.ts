import type { Rule } from "../rule.ts";

/** Every topic has a page that explains it: an explainer whose front matter names the topic, at `/<topic>/`. */
export const topicExplainer: Rule = (record) =>
  record.topics
    .filter((topic) => record.byId.explainers.get(topic.id)?.topic !== topic.id)
    .map((topic) => ({
      on: topic,
      path: ["id"],
      message: `Unexpected topic \`${topic.id}\` without an explainer, expected one`,
      hint: `write explainers/${topic.id}.mdx with \`topic: ${topic.id}\` in its front matter`,
    }));
