import { execFileSync } from "node:child_process";
import { createServer } from "node:net";
import type { TestProject } from "vitest/node";
import type { LiveSite } from "../support/live.ts";

/** A build belongs to one home site, so the tests' sites need builds of their own: `.output/live-1/chrome-mv3`. */
export default async function buildForLiveSites(project: TestProject): Promise<void> {
  const liveSites: LiveSite[] = [];
  for (let worker = 1; worker <= project.config.maxWorkers; worker++) {
    const site = { port: await freePort(), folder: `.output/live-${worker}` };
    for (const browser of ["chrome", "firefox"]) build(browser, site);
    liveSites.push(site);
  }
  project.provide("liveSites", liveSites);
}

function build(browser: string, { port, folder }: LiveSite): void {
  const script = ["node_modules/jiti/lib/jiti-cli.mjs", "tests/support/buildLive.ts"];
  execFileSync(process.execPath, [...script, browser, `http://home.feeds.test:${port}/feed.json`, folder], {
    stdio: ["ignore", "ignore", "inherit"],
  });
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
