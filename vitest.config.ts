import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/site/build-once.ts"],
    setupFiles: ["tests/same-seed.ts"],
    maxWorkers: "100%",
    // A browser on a busy machine is slow; nothing here measures time.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
