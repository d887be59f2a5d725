import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/site/build-once.ts"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
