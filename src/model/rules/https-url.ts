import type { Rule } from "../rule.ts";
import { isWebAddress } from "../web-address.ts";

/** Links go to https addresses only. Wrong: `javascript:…`, `http://…`, an address with a blank, `https://bank@…`. */
export const httpsUrl: Rule = (record) =>
  record.sources
    .filter((source) => !isWebAddress(source.url))
    .map((source) => ({
      on: source,
      path: ["url"],
      message: `Unexpected address \`${source.url.slice(0, 80)}\`, expected one that begins with https://, without a name or password`,
    }));
