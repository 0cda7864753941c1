import type { Browser } from "puppeteer-core";
import type { NetworkEvent } from "./browser.ts";
import type { View, ViewElement } from "./firefoxViews.ts";

/**
 * A way into Firefox's own window, where extensions can be looked at from outside. Needs `--remote-allow-system-access`.
 * The functions below `connectPrivileged` run in there, each sent as text, so that they can use nothing around them.
 */
export async function connectPrivileged(driver: Browser): Promise<Privileged> {
  // The BiDi connection isn't in the driver's types; `send` is what the driver itself uses.
  const { connection } = driver as unknown as { connection: BidiConnection };
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const context = tree.result.contexts?.[0]?.context;
  if (context === undefined) throw new Error("Firefox gives no access to its own window");

  const call: Privileged["call"] = async (run, argument) => {
    const { result } = await connection.send("script.callFunction", {
      functionDeclaration: `async (json) => JSON.stringify(await (${run})(JSON.parse(json)) ?? null)`,
      arguments: [{ type: "string", value: JSON.stringify(argument ?? null) }],
      target: { context },
      awaitPromise: true,
    });
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
    // It is JSON of what `run` returned, by the line above.
    return JSON.parse(result.result?.value ?? "null") as Awaited<ReturnType<typeof run>>;
  };
  await call(provideElementOf, null);
  return {
    call,
    startBackground: (geckoId) => call(startBackground, geckoId),
    stopBackground: (geckoId) => call(stopBackground, geckoId),
    backgroundState: (geckoId) => call(backgroundState, geckoId),
    watchNetwork: () => call(watchNetwork, null),
    networkEvents: () => call(networkEvents, null),
    wipeNetworkEvents: () => call(wipeNetworkEvents, null),
  };
}

export type Privileged = {
  call: <Argument, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ) => Promise<Result>;
  startBackground: (geckoId: string) => Promise<void>;
  stopBackground: (geckoId: string) => Promise<void>;
  backgroundState: (geckoId: string) => Promise<string>;
  watchNetwork: () => Promise<void>;
  networkEvents: () => Promise<NetworkEvent[]>;
  wipeNetworkEvents: () => Promise<void>;
};

type BidiConnection = {
  send: (
    method: string,
    params: unknown,
  ) => Promise<{
    result: {
      contexts?: { context: string }[];
      result?: { value?: string };
      exceptionDetails?: { text: string };
    };
  }>;
};

/** `elementOf` becomes a global of the window, for all functions that are sent there later. */
function provideElementOf(): void {
  const find = {
    background: (geckoId: string) => WebExtensionPolicy.getByID(geckoId).extension.backgroundContext?.xulBrowser,
    popup: () => document.querySelector("browser[webextension-view-type=popup]"),
    sidebar: () => SidebarController.browser?.contentDocument?.querySelector("browser"),
  };
  globalThis.elementOf = ({ place, geckoId }) => (find[place](geckoId) as ViewElement | null | undefined) ?? null;
}

async function startBackground(geckoId: string): Promise<void> {
  await WebExtensionPolicy.getByID(geckoId).extension.wakeupBackground();
}

async function stopBackground(geckoId: string): Promise<void> {
  await WebExtensionPolicy.getByID(geckoId).extension.terminateBackground({ ignoreDevToolsAttached: true });
}

function backgroundState(geckoId: string): string {
  return WebExtensionPolicy.getByID(geckoId).extension.backgroundState;
}

/** Told of each request after all content policies have let it through. */
function watchNetwork(): void {
  globalThis.requestsSeen = [];
  Services.obs.addObserver((subject) => {
    const { URI, loadInfo } = subject.QueryInterface(Ci.nsIHttpChannel);
    const top = loadInfo?.browsingContext?.top?.currentWindowGlobal?.documentURI?.spec;
    const target = top ?? loadInfo?.triggeringPrincipal?.spec ?? "";
    // Firefox's own requests for its settings have no page behind them.
    if (/^(moz-extension|https?|file):/.test(target)) globalThis.requestsSeen.push({ url: URI.spec, target });
  }, "http-on-modify-request");
}

function networkEvents(): NetworkEvent[] {
  return globalThis.requestsSeen;
}

function wipeNetworkEvents(): void {
  globalThis.requestsSeen = [];
}

// Firefox's own objects, as far as they are used above.
declare global {
  var requestsSeen: NetworkEvent[];
  var elementOf: (view: View) => ViewElement | null;
}
declare const WebExtensionPolicy: {
  getByID: (geckoId: string) => {
    extension: {
      backgroundState: string;
      backgroundContext?: { xulBrowser: Element };
      wakeupBackground: () => Promise<void>;
      terminateBackground: (options: { ignoreDevToolsAttached: boolean }) => Promise<void>;
    };
  };
};
declare const SidebarController: { browser?: HTMLIFrameElement };
declare const Ci: { nsIHttpChannel: "nsIHttpChannel" };
declare const Services: {
  obs: {
    addObserver: (
      tell: (subject: { QueryInterface: (type: "nsIHttpChannel") => HttpChannel }) => void,
      topic: string,
    ) => void;
  };
};
type HttpChannel = {
  URI: { spec: string };
  loadInfo?: {
    browsingContext?: { top?: { currentWindowGlobal?: { documentURI?: { spec: string } } } };
    triggeringPrincipal?: { spec?: string };
  };
};
