import { execFileSync } from "node:child_process";
import { createServer } from "node:net";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The port that the live builds below expect their home feed at. */
    livePort: number;
  }
}

/** A build belongs to one home site, so the tests' site needs builds of its own: `.output/live/<browser>-mv3`. */
export default async function buildForLiveSite(project: TestProject): Promise<void> {
  const port = await freePort();
  for (const browser of ["chrome", "firefox"]) {
    const feedUrl = `http://home.feeds.test:${port}/feed.json`;
    const script = ["node_modules/jiti/lib/jiti-cli.mjs", "tests/support/buildLive.ts"];
    execFileSync(process.execPath, [...script, browser, feedUrl, ".output/live"], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  project.provide("livePort", port);
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
