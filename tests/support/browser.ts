import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, KeyInput, Page } from "puppeteer-core";
import { openChromium } from "./chromium.ts";
import { findBrowser, profileHome } from "./findBrowsers.mjs";
import { openFirefox } from "./firefox.ts";
import { waitUntil } from "./waitUntil.ts";

export type BrowserKind = "chromium" | "firefox";

/** A real browser with the extension in it. Everything passed into and out of `evaluate…` must be JSON. */
export type TestBrowser = {
  kind: BrowserKind;
  driver: Browser;
  extensionId: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  extensionOrigin: string;
  /**
   * Opens a page of the extension in a tab of its own, e.g. "reader.html#/article/3". In Firefox the driver can't tell
   * when such a tab navigates: ask the page for `location.href` and reload it from inside, not by `page.url()`/`reload()`.
   */
  openPage: (path: string) => Promise<Page>;
  /** Runs in the service worker (Chromium) or event page (Firefox), which is started if it was stopped. */
  evaluateInBackground: Evaluate;
  isWorkerRunning: () => Promise<boolean>;
  /** Kills the background as the browser itself does at any moment. Alarms and messages start it again. */
  stopWorker: () => Promise<void>;
  /** Opens the popup under the toolbar button. Closes when it loses the focus, as for a person. */
  openRealPopup: () => Promise<Surface>;
  /** Reaches the side panel (Firefox: the sidebar) after a click opened it. */
  realSidePanel: () => Promise<Surface>;
  /** Requests since the start or the last wipe that left for the network, and who made them. */
  networkEvents: () => Promise<NetworkEvent[]>;
  wipeNetworkEvents: () => Promise<void>;
  /** Opening another browser on the same `profileDir` afterwards is a restart. */
  close: () => Promise<void>;
};

/** A popup or side panel: a page that the drivers don't count among the tabs. */
export type Surface = {
  evaluate: Evaluate;
  /** A real mouse click: it counts as the person's gesture. */
  click: (selector: string) => Promise<void>;
  press: (key: KeyInput) => Promise<void>;
  screenshot: (pngPath: string) => Promise<void>;
};

export type Evaluate = <Args extends unknown[], Result>(
  run: (...args: Args) => Result | Promise<Result>,
  ...args: Args
) => Promise<Result>;

/** `target` is the address of the extension's page or worker (or of the web page) that asked for `url`. */
export type NetworkEvent = { url: string; target: string };

export type BrowserOptions = {
  kind: BrowserKind;
  /** The built extension. In Chromium its id follows from this path. */
  extensionDir: string;
  /** Kept afterwards; without it the profile is a new one and goes at close. */
  profileDir?: string;
  headless?: boolean;
  /** The names that lead to 127.0.0.1. Chromium takes every name under `feeds.test` there. */
  hosts?: string[];
  timezone?: string;
  viewport?: Viewport;
  /** Pixels of the screen for one of a page. */
  scale?: number;
  /** HOST:PORT of a proxy that is asked in the place of all the world but `feeds.test`. */
  proxy?: string;
  /** The page that opens once after the installation is closed, since it takes the place of what a test looks at. */
  keepsWelcome?: boolean;
};

export type Viewport = { width: number; height: number };

/** What the two browsers are started with. */
export type Launch = {
  executable: string;
  extensionDir: string;
  manifest: Manifest;
  profileDir: string;
  headless: boolean;
  hosts: string[];
  env: Record<string, string | undefined>;
  viewport: Viewport | null;
  scale: number;
  proxy: string | null;
};

export type Manifest = {
  action?: { default_popup?: string };
  side_panel?: { default_path?: string };
  sidebar_action?: { default_panel?: string };
  browser_specific_settings?: { gecko?: { id?: string } };
  host_permissions?: string[];
};

const defaultHosts = ["home", "a", "b", "c", "d", "e", "f", "g", "h"].map((name) => `${name}.feeds.test`);

/** Starts the browser, loads the extension and returns when its background runs. */
export async function openBrowser(options: BrowserOptions): Promise<TestBrowser> {
  const executable = findBrowser(options.kind);
  if (executable === null) throw new Error(`No ${options.kind} is installed`);
  const extensionDir = resolve(options.extensionDir);
  const profileDir = options.profileDir ?? mkdtempSync(join(profileHome(executable), "foldline-profile-"));
  const open = options.kind === "chromium" ? openChromium : openFirefox;
  const opened = await open({
    executable,
    extensionDir,
    manifest: readManifest(extensionDir),
    profileDir,
    headless: options.headless ?? true,
    hosts: options.hosts ?? defaultHosts,
    env: options.timezone === undefined ? process.env : { ...process.env, TZ: options.timezone },
    viewport: options.viewport ?? null,
    scale: options.scale ?? 1,
    proxy: options.proxy ?? null,
  });
  // The driver installs it anew at each start.
  if (!options.keepsWelcome) await (await welcomePage(opened)).close();
  if (options.profileDir !== undefined) return opened;
  return { ...opened, close: () => opened.close().then(() => remove(profileDir)) };
}

/** The tab that opens by itself after the installation. */
export function welcomePage({ driver }: Pick<TestBrowser, "driver">): Promise<Page> {
  const find = async (): Promise<Page | undefined> => {
    for (const page of await driver.pages()) {
      const path = await page.evaluate(() => location.pathname).catch(() => "");
      if (path === "/welcome.html") return page;
    }
    return undefined;
  };
  return waitUntil(find, { what: "the welcome page" });
}

/** A profile outside the repository that is the same at every start from this checkout. */
export function keptProfile(kind: BrowserKind): string {
  const executable = findBrowser(kind);
  if (executable === null) throw new Error(`No ${kind} is installed`);
  const checkout = createHash("sha256").update(process.cwd()).digest("hex").slice(0, 8);
  return join(profileHome(executable), `foldline-${kind}-${checkout}`);
}

function readManifest(extensionDir: string): Manifest {
  // The build wrote it, and its fields are optional here as well.
  return JSON.parse(readFileSync(join(extensionDir, "manifest.json"), "utf8")) as Manifest;
}

/** A closed browser may still be writing for a moment. */
function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
