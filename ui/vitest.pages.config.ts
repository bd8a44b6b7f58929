import { defineConfig } from "vitest/config";

// The built pages in a real browser: what only layout can tell. The program's own windows are tested from outside, in ../tests.
export default defineConfig({
  test: {
    environment: "node",
    include: ["tests/pages/**/*.page.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
