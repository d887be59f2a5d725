import { answer } from "../../scripts/threads.ts";

// Answers with what it is asked, but for one question.
answer((question: string) =>
  question === "never" ? new Promise<string>(() => {}) : question,
);
