import { expect, test } from "vitest";
import { createThreads } from "../../scripts/threads.ts";

test("a thread that can never answer ends, and whoever asked is told", async () => {
  const script = "../tests/scripts/never-answers.ts";
  const threads = createThreads<string, string>(script, undefined, 1);
  expect(await threads.ask("now")).toBe("now");
  const [never, after] = await Promise.allSettled([
    threads.ask("never"),
    threads.ask("now"),
  ]);
  for (const { reason } of [never, after] as PromiseRejectedResult[])
    expect(reason).toEqual(new Error(`${script} ended without an answer`));
  await threads.end();
});
