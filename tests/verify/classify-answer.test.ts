import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/verify/answer.ts";
import { classifyAnswer } from "../../src/verify/classify-answer.ts";
import { makeAnswer } from "./make-answer.ts";

const classify = (answer: Answer, locators = ["forty crowns"]) =>
  classifyAnswer("https://port.example/a", locators, answer);
const state = (answer: Answer, locators?: string[]) =>
  classify(answer, locators).state;
const titled = (title: string) =>
  makeAnswer("", { bytes: Buffer.from(`<title>${title}</title>`) });

describe("what an answer says about a source", () => {
  test("the passage is found, or some passages are not", () => {
    const page = makeAnswer("It pays forty crowns.");
    expect(state(page)).toBe("passage-found");
    expect(classify(page, ["forty crowns", "a year"])).toMatchObject({
      state: "page-changed",
      found: ["forty crowns"],
      missing: ["a year"],
    });
  });

  test.each([
    [404, "gone"],
    [410, "gone"],
    [401, "blocked"],
    [403, "blocked"],
    [429, "blocked"],
    [451, "blocked"],
    [503, "blocked"],
    [500, "unreachable"],
    [304, "unreachable"],
  ])("status %i means %s", (status, expected) => {
    expect(state(makeAnswer("forty crowns", { status }))).toBe(expected);
  });

  test("no answer says nothing about the page, unless its host is no more", () => {
    expect(state({ failure: "no answer in time", noHost: false })).toBe(
      "unreachable",
    );
    expect(state({ failure: "no such host", noHost: true })).toBe("gone");
  });

  test("a permanent redirect to another page is a move; one to the same page is none", () => {
    const at = (url: string) =>
      classify(makeAnswer("forty crowns", { url, moved: url }));
    expect(at("https://port.example/b")).toMatchObject({
      state: "moved",
      to: "https://port.example/b",
    });
    expect(at("https://www.port.example/a/")).toMatchObject({
      state: "passage-found",
      to: undefined,
    });
  });

  test("a redirect to the front page or to a page to sign in is no page of the source", () => {
    expect(state(makeAnswer("", { url: "https://port.example/en/" }))).toBe(
      "gone",
    );
    expect(state(makeAnswer("", { url: "https://id.example/login?a" }))).toBe(
      "blocked",
    );
  });

  test("a page can say in its title that it is gone or wants a person", () => {
    expect(state(titled("404 - Page not found"))).toBe("gone");
    expect(state(titled("Just a moment..."))).toBe("blocked");
    expect(state(makeAnswer("", { challenged: true }))).toBe("blocked");
  });

  test("a passage outweighs a title", () => {
    const bytes = Buffer.from("<title>Access denied</title>forty crowns");
    expect(state(makeAnswer("", { bytes }))).toBe("passage-found");
  });

  test("a page is only reached when there is nothing to look for, or no text to look in", () => {
    expect(state(makeAnswer(""), [])).toBe("reached");
    expect(state(makeAnswer("", { type: "application/pdf" }))).toBe("reached");
    expect(state(titled("An app"))).toBe("reached");
  });

  test("a body that was cut proves what it holds, not what it lacks", () => {
    expect(state(makeAnswer("forty crowns", { cut: "size" }))).toBe(
      "passage-found",
    );
    expect(state(makeAnswer("", { cut: "size" }))).toBe("reached");
    expect(state(makeAnswer("", { cut: "broken" }))).toBe("unreachable");
  });
});
