import type { PageAnswer } from "../../src/verify/answer.ts";

/** Words enough for a page to count as a document. */
export const FILLER = "The harbour office keeps a list of ships. ".repeat(8);

/** An answer of 200 with an HTML page that says the words, unless told otherwise. */
export function makeAnswer(
  words: string,
  rest: Partial<PageAnswer> = {},
): PageAnswer {
  return {
    url: "https://port.example/a",
    status: 200,
    type: "text/html; charset=utf-8",
    bytes: Buffer.from(`<title>A</title><p>${words}</p><p>${FILLER}</p>`),
    challenged: false,
    busy: false,
    ...rest,
  };
}
