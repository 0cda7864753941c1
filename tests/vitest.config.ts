import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** What takes real browsers. */
const e2e = ["tests/e2e/**/*.test.ts", "tests/safety/**/*.test.ts", "tests/crash/**/*.test.ts"];

/** What has no short form: `npm run test:crash` runs it. */
const long = ["tests/crash/upgrade.test.ts", "tests/crash/fullDisk.test.ts"];

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  // node_modules may be a link to a folder elsewhere, whose files tests in jsdom could not load.
  server: { fs: { strict: false } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    projects: [
      {
        extends: true,
        // Files that need a DOM ask for jsdom in their first line.
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: e2e,
          maxWorkers: "100%",
          // What must be quick is measured in the processor's time; a busy machine takes longer.
          testTimeout: 20_000,
          // Before any test's imports: Dexie looks for IndexedDB when it is loaded.
          setupFiles: ["fake-indexeddb/auto", "tests/support/patience.ts", "tests/support/effectsEnd.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: e2e,
          exclude: process.env.FOLDLINE_WHOLE === "1" ? [] : long,
          globalSetup: ["tests/e2e/globalSetup.ts"],
          // As many browsers at once.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
