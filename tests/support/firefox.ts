import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import puppeteer from "puppeteer-core";
import type { Browser, Page } from "puppeteer-core";
import type { Launch, TestBrowser } from "./browser.ts";
import { evaluateThrough } from "./evaluate.ts";
import { connectPrivileged } from "./firefoxPrivileged.ts";
import { firefoxSurface, runInView } from "./firefoxViews.ts";
import { waitUntil } from "./waitUntil.ts";

/** In Firefox the driver sees tabs only; background, popup and sidebar are reached through the browser's own window. */
export async function openFirefox(launch: Launch): Promise<TestBrowser> {
  const geckoId = launch.manifest.browser_specific_settings?.gecko?.id;
  if (geckoId === undefined) throw new Error("The manifest names no gecko id");
  const uuid = pinnedUuid(geckoId);
  const extensionOrigin = `moz-extension://${uuid}`;
  const driver = await start(launch, { [geckoId]: uuid });
  const privileged = await connectPrivileged(driver);
  await privileged.watchNetwork();
  await driver.installExtension(launch.extensionDir);

  const evaluateInBackground = evaluateThrough(async (expression) => {
    await privileged.startBackground(geckoId);
    return await runInView(privileged, { place: "background", geckoId }, expression);
  });
  await evaluateInBackground(() => true);

  return {
    kind: "firefox",
    driver,
    extensionId: geckoId,
    extensionOrigin,
    openPage: (path) => openPage({ driver, url: `${extensionOrigin}/${path}`, launch }),
    evaluateInBackground,
    isWorkerRunning: async () => (await privileged.backgroundState(geckoId)) === "running",
    stopWorker: () => privileged.stopBackground(geckoId),
    openRealPopup: async () => {
      await evaluateInBackground(() => chrome.action.openPopup());
      const url = `${extensionOrigin}/${launch.manifest.action?.default_popup}`;
      return await firefoxSurface(privileged, { place: "popup", geckoId }, url);
    },
    realSidePanel: () => {
      const url = `${extensionOrigin}/${launch.manifest.sidebar_action?.default_panel}`;
      return firefoxSurface(privileged, { place: "sidebar", geckoId }, url);
    },
    networkEvents: privileged.networkEvents,
    wipeNetworkEvents: privileged.wipeNetworkEvents,
    close: () => driver.close(),
  };
}

/** An extension's storage hangs on its uuid, which Firefox would draw anew for each profile. */
function pinnedUuid(geckoId: string): string {
  const hex = createHash("sha256").update(geckoId).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function start(launch: Launch, uuids: Record<string, string>): Promise<Browser> {
  const { executable, profileDir, headless, env, hosts, scale, proxy } = launch;
  mkdirSync(profileDir, { recursive: true });
  return puppeteer.launch({
    browser: "firefox",
    executablePath: executable,
    userDataDir: profileDir,
    headless,
    env,
    defaultViewport: null,
    // Whoever opens a window for a person closes it in peace, so that the profile is kept whole.
    handleSIGINT: headless,
    args: ["--remote-allow-system-access", "--width=1400", "--height=1100"],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify(uuids),
      "extensions.webextOptionalPermissionPrompts": false,
      "network.dns.localDomains": hosts.join(","),
      "layout.css.devPixelsPerPx": String(scale),
      ...(proxy === null ? {} : proxied(proxy)),
    },
  });
}

function proxied(proxy: string): Record<string, string | number> {
  const [host = "", port] = proxy.split(":");
  return {
    "network.proxy.type": 1,
    ...{ "network.proxy.http": host, "network.proxy.http_port": Number(port) },
    ...{ "network.proxy.ssl": host, "network.proxy.ssl_port": Number(port) },
    "network.proxy.no_proxies_on": ".feeds.test",
  };
}

/** A driver's navigation to a moz-extension address never settles, so the page itself is asked where it is. */
async function openPage({ driver, url, launch }: { driver: Browser; url: string; launch: Launch }): Promise<Page> {
  const page = await driver.newPage();
  if (launch.viewport) await page.setViewport(launch.viewport);
  const navigation = page.goto(url).then(
    () => null,
    (fault: Error) => fault,
  );
  const isThere = async (): Promise<boolean> => {
    const where = await page.evaluate(() => ({ url: location.href, state: document.readyState })).catch(() => null);
    return where !== null && where.url !== "about:blank" && where.state === "complete";
  };
  await waitUntil(isThere, { what: url }).catch(async (late: Error) => {
    throw new Error(`${late.message} (${(await Promise.race([navigation, null]))?.message ?? "still loading"})`);
  });
  return page;
}
