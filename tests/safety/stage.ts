import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundleScript } from "../bench/bundleScript.ts";
import { openBrowser, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { startFeedServer } from "../support/feedServer.ts";
import { liveBuild } from "../support/live.ts";
import { driveCells, type Driver } from "./drive.ts";
import { extendBuild, serveCells } from "./hosts.ts";
import { startTrap } from "./trap.ts";

/** A browser with cells in it: some in a page of the web, some in one of the extension. */
export type Stage = {
  web: Driver;
  /** Under the product's policy, without its Trusted Types. */
  extension: Driver;
  /** Addresses that the cells of the web page asked for, and those that reached the world. */
  requests: () => Promise<string[]>;
  forgetRequests: () => Promise<void>;
  close: () => Promise<void>;
};

export async function openStage(kind: BrowserKind): Promise<Stage> {
  const [server, trap] = [await startFeedServer(), await startTrap()];
  const build = liveBuild(kind);
  const script = await bundleScript(fileURLToPath(new URL("cellPage.ts", import.meta.url)));
  const webUrl = serveCells(server, { script, build });
  const without = ["require-trusted-types-for", "trusted-types"];
  const extensionDir = extendBuild(build, { name: "cells", script, without });
  const browser = await openBrowser({ kind, extensionDir, proxy: trap.address });
  const openWeb = async () => {
    const page = await browser.driver.newPage();
    await page.goto(webUrl);
    return page;
  };
  return {
    web: driveCells(openWeb),
    extension: driveCells(() => browser.openPage("cells.html")),
    requests: async () => [...(await askedBy(browser, server.origin())), ...trap.asked.filter(isElsewhere)],
    forgetRequests: async () => {
      trap.asked.splice(0);
      await browser.wipeNetworkEvents();
    },
    close: async () => {
      await browser.close();
      await Promise.all([server.stop(), trap.close()]);
      rmSync(extensionDir, { recursive: true, force: true });
    },
  };
}

/** What the web page is made of does not count. */
const OWN_FILES = /^\/(?:cells\.html|cells\.js|markdown\.js|planted\.js|favicon\.ico)$/;

async function askedBy(browser: TestBrowser, origin: string): Promise<string[]> {
  const events = (await browser.networkEvents()).filter(({ target }) => target.startsWith(origin));
  const isOwn = (url: string) => url.startsWith(`${origin}/`) && OWN_FILES.test(new URL(url).pathname);
  return events.map(({ url }) => url).filter((url) => !isOwn(url));
}

/** The browser itself may ask the world for something of its own. */
const isElsewhere = (url: string): boolean => URL.parse(url)?.hostname === "elsewhere.example";
