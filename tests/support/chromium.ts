import puppeteer from "puppeteer-core";
import type { Browser, Page, Target, WebWorker } from "puppeteer-core";
import type { Launch, Surface, TestBrowser } from "./browser.ts";
import { watchNetwork } from "./chromiumNetwork.ts";
import { evaluateThrough } from "./evaluate.ts";
import { waitUntilSettled } from "./settled.ts";
import { pressKey } from "./typing.ts";
import { waitUntil } from "./waitUntil.ts";

export async function openChromium(launch: Launch): Promise<TestBrowser> {
  const driver = await start(launch);
  // Watching begins before the extension is there, so that its very first request is seen.
  const network = await watchNetwork(driver);
  const extensionId = await driver.installExtension(launch.extensionDir);
  const extensionOrigin = `chrome-extension://${extensionId}`;
  await workerTarget(driver, extensionOrigin);

  const openPage = async (path: string): Promise<Page> => {
    const page = await driver.newPage();
    if (launch.viewport) await page.setViewport(launch.viewport);
    await page.goto(`${extensionOrigin}/${path}`);
    return page;
  };
  const evaluateInBackground = evaluateThrough(async (expression) => {
    const worker = await runningWorker(driver, extensionOrigin);
    return await worker.evaluate(expression);
  });

  return {
    kind: "chromium",
    driver,
    extensionId,
    extensionOrigin,
    openPage,
    evaluateInBackground,
    isWorkerRunning: async () => findWorker(driver, extensionOrigin) !== undefined,
    stopWorker: () => network.releaseWorkers().then(() => closeWorker(driver, extensionOrigin)),
    openRealPopup: async () => {
      await evaluateInBackground(() => chrome.action.openPopup());
      return await surface(driver, `${extensionOrigin}/${launch.manifest.action?.default_popup}`);
    },
    realSidePanel: () => surface(driver, `${extensionOrigin}/${launch.manifest.side_panel?.default_path}`),
    networkEvents: network.events,
    wipeNetworkEvents: network.wipe,
    close: () => driver.close(),
  };
}

function start({ executable, profileDir, headless, env, scale, proxy }: Launch): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return puppeteer.launch({
    executablePath: executable,
    // Chrome's branded builds ignore --load-extension; over the pipe every Chromium takes one.
    pipe: true,
    enableExtensions: true,
    userDataDir: profileDir,
    headless,
    env,
    defaultViewport: null,
    // Whoever opens a window for a person closes it in peace, so that the profile is kept whole.
    handleSIGINT: headless,
    ignoreDefaultArgs: ["--enable-automation"],
    args: [
      "--no-first-run",
      "--no-default-browser-check",
      "--disable-sync",
      "--disable-background-networking",
      "--disable-component-update",
      "--hide-crash-restore-bubble",
      "--window-size=1400,1100",
      // Headless, the screen is 800 by 600 otherwise, and a popup may not be larger than the screen.
      `--screen-info={${1600 * scale}x${1200 * scale} devicePixelRatio=${scale}}`,
      "--host-resolver-rules=MAP *.feeds.test 127.0.0.1",
      ...(proxy === null ? [] : [`--proxy-server=http://${proxy}`, "--proxy-bypass-list=*.feeds.test"]),
      ...(isRoot ? ["--no-sandbox"] : []),
    ],
  });
}

function findWorker(driver: Browser, origin: string): Target | undefined {
  return driver.targets().find((target) => target.type() === "service_worker" && target.url().startsWith(origin));
}

function workerTarget(driver: Browser, origin: string): Promise<Target> {
  return waitUntil(() => findWorker(driver, origin), { what: "the extension's worker" });
}

/** A worker lives on while a debugger is attached to it; `close` also lets go of the driver's own. */
async function closeWorker(driver: Browser, origin: string): Promise<void> {
  const worker = await findWorker(driver, origin)?.worker();
  await worker?.close();
  await waitUntil(() => findWorker(driver, origin) === undefined, { what: "the worker's end" });
}

async function runningWorker(driver: Browser, origin: string): Promise<WebWorker> {
  if (findWorker(driver, origin) === undefined) await wakeWorker(driver, origin);
  const worker = await (await workerTarget(driver, origin)).worker();
  if (worker === null) throw new Error("The extension's worker went away");
  return worker;
}

/** Through a file of the extension that runs nothing itself, so that only the worker wakes. */
async function wakeWorker(driver: Browser, origin: string): Promise<void> {
  const page = await driver.newPage();
  await page.goto(`${origin}/manifest.json`);
  const session = await page.createCDPSession();
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.startWorker", { scopeURL: `${origin}/` });
  await workerTarget(driver, origin);
  await page.close();
}

/** Popups and side panels are targets of type "page", though `driver.pages()` leaves them out. */
async function surface(driver: Browser, url: string): Promise<Surface> {
  const isTab = new Set(await driver.pages());
  const page = await waitUntil(
    async () => {
      const target = driver.targets().find((one) => one.type() === "page" && one.url().startsWith(url));
      const found = await target?.asPage();
      return found && !isTab.has(found) ? found : null;
    },
    { what: url },
  );
  const evaluate = evaluateThrough((expression) => page.evaluate(expression));
  await waitUntilSettled(evaluate);
  return {
    evaluate,
    click: (selector) => page.click(selector),
    press: (key) => pressKey(page.keyboard, key),
    screenshot: async (pngPath) => void (await page.screenshot({ path: withPng(pngPath) })),
  };
}

function withPng(path: string): `${string}.png` {
  return path.endsWith(".png") ? (path as `${string}.png`) : `${path}.png`;
}
