import type { Rule } from "../rule.ts";

/** Links go to https addresses only. Wrong: `javascript:…`, `http://…`, an address with a blank. */
export const httpsUrl: Rule = (record) =>
  record.sources
    .filter(
      (source) =>
        !/^https:\/\/[^\s"'<>`\\]+$/.test(source.url) ||
        !URL.canParse(source.url),
    )
    .map((source) => ({
      on: source,
      path: ["url"],
      message: `Unexpected address \`${source.url.slice(0, 80)}\`, expected one that begins with https://`,
    }));
