import { expect, test } from "vitest";
import { readOutline } from "../../src/exports/page-outline.ts";

test("reads what a page says of itself, but for its sources", () => {
  expect(
    readOutline(
      `<!doctype html><meta name="description" content="All rents."><p class="question">Who pays?</p><h1>Rents</h1>
       <nav class="contents"><ol><li><a href="#one">One</a></li><li><a href="#two">Two</a></li><li><a href="#sources">Sources</a></li></ol></nav>
       <p class="lead">Every <b>rent</b>.</p><p>More.</p>`,
    ),
  ).toEqual({
    title: "Rents",
    question: "Who pays?",
    description: "All rents.",
    lead: "Every rent.",
    contents: ["One", "Two"],
  });
});

test("is empty where a page says nothing", () => {
  expect(readOutline("<!doctype html><h1>Rents</h1>")).toEqual({
    title: "Rents",
    question: "",
    description: "",
    lead: "",
    contents: [],
  });
});
