import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  plugins: [svelte()],
  base: "./",
  build: {
    target: "es2022",
    // The window's content policy forbids data: URLs, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Whose code the pages are made of, for the notices.
    license: { fileName: "licences.json" },
    rolldownOptions: { input: { operator: page("index.html"), hall: page("hall.html") } },
  },
  resolve: {
    alias: { "#ui": page("src") },
    // Under vitest the browser build of Svelte is wanted, not the server's.
    ...(process.env.VITEST ? { conditions: ["browser"] } : {}),
  },
  test: {
    environment: "happy-dom",
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    // Every file loads the same front end; the setup leaves it as it was found, so it is loaded once.
    pool: "threads",
    isolate: false,
    // Generous: a machine may be building at the same time.
    testTimeout: 60_000,
    restoreMocks: true,
  },
});
