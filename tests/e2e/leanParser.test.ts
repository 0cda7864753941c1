import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type InlineConfig } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type * as Reading from "../../lib/feed/read.ts";
import config from "../../wxt.config.ts";
import { feedCases } from "../support/feedCases.ts";

const folder = mkdtempSync(join(tmpdir(), "foldline-lean-"));
let readFeed: typeof Reading.readFeed;

beforeAll(async () => {
  // As the extension is built: what of the parsers nobody calls is left out. The function asks nothing of its argument,
  // and what it gives is vite's.
  const lean = (await config.vite?.({ mode: "production", command: "build" } as never)) as InlineConfig;
  const lib = { entry: "lib/feed/read.ts", formats: ["es" as const], fileName: "read" };
  await build({ ...lean, configFile: false, logLevel: "error", build: { lib, outDir: folder } });
  // Built from that file a moment ago.
  ({ readFeed } = (await import(pathToFileURL(join(folder, "read.js")).href)) as typeof Reading);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(feedCases())("$name is read as written when the parsers are built without what nobody calls", (given) => {
  expect(JSON.parse(JSON.stringify(given.said(readFeed(given.bytes(), given.from))))).toEqual(given.expected());
});
