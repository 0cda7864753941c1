import { inject } from "vitest";
import type { BrowserKind } from "./browser.ts";

/** A port for the home feed, and the folder with the builds that expect it there. */
export type LiveSite = { port: number; folder: string };

declare module "vitest" {
  interface ProvidedContext {
    /** One for each worker, so that two test files may run at once. */
    liveSites: LiveSite[];
  }
}

/** Of this worker; they count from 1. */
function site(): LiveSite {
  const found = inject("liveSites")[Number(process.env.VITEST_POOL_ID) - 1];
  if (!found) throw new Error(`There is no site for worker ${process.env.VITEST_POOL_ID}`);
  return found;
}

export const livePort = (): number => site().port;

export const liveBuild = (kind: BrowserKind): string =>
  `${site().folder}/${kind === "chromium" ? "chrome" : "firefox"}-mv3`;
