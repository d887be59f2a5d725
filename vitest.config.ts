import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import type { TestSpecification } from "vitest/node";
import { COMPILED } from "./scripts/begin-again.ts";

/** Files that take minutes: begun last, they would keep one core waiting for the other. */
const LONG = /\/(?:every-page|rebuild|ledger|budgets)\.test\.ts$/;

class LongFilesFirst extends BaseSequencer {
  override async sort(
    files: TestSpecification[],
  ): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      LONG.test(moduleId) ? 0 : 1;
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/site/build-once.ts"],
    setupFiles: ["tests/same-seed.ts"],
    sequence: { sequencer: LongFilesFirst },
    // One more than cores: browsers and builds wait for the disk and for each other a third of the time.
    maxWorkers: availableParallelism() + 1,
    // For the hundreds of commands that tests run.
    env: { NODE_COMPILE_CACHE: COMPILED },
    // A browser on a busy machine is slow; nothing here measures time.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
