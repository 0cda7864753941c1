import type { Browser, CDPSession, Protocol } from "puppeteer-core";
import type { NetworkEvent } from "./browser.ts";

/** Sees the requests of every tab, popup, panel, frame and worker from their first instruction on. */
export async function watchNetwork(driver: Browser): Promise<NetworkWatch> {
  const browser = await driver.target().createCDPSession();
  const seen: Seen[] = [];
  const addresses = new Map<string, string>();
  const releases: (() => Promise<void>)[] = [];

  const watchTargets = async (parent: CDPSession, filter: Protocol.Target.TargetFilter): Promise<void> => {
    parent.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
      const session = parent.connection()?.session(sessionId);
      if (!session) return;
      addresses.set(targetInfo.targetId, targetInfo.url);
      if (targetInfo.type === "service_worker") {
        releases.push(() => parent.send("Target.detachFromTarget", { sessionId }));
      }
      void watch(session, targetInfo.targetId);
    });
    await parent.send("Target.setAutoAttach", {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter,
    });
  };

  const watch = (session: CDPSession, targetId: string): Promise<unknown> => {
    session.on("Network.requestWillBeSent", ({ requestId, request }) => {
      if (leavesTheBrowser(request.url)) seen.push({ requestId, url: request.url, targetId, isBlocked: false });
    });
    session.on("Network.loadingFailed", ({ requestId, blockedReason }) => {
      if (blockedReason === undefined) return;
      for (const one of seen.filter((event) => event.requestId === requestId)) one.isBlocked = true;
    });
    // In this order and without waiting in between: the target starts with the last. Not each kind of target knows all
    // three commands, and one that is already gone knows none; neither is a fault.
    return Promise.allSettled([
      session.send("Network.enable"),
      watchTargets(session, ownTargets),
      session.send("Runtime.runIfWaitingForDebugger"),
    ]);
  };

  // A popup has no address yet when it is attached to.
  browser.on("Target.targetInfoChanged", ({ targetInfo }) => addresses.set(targetInfo.targetId, targetInfo.url));
  await browser.send("Target.setDiscoverTargets", { discover: true });
  await watchTargets(browser, topTargets);

  return {
    events: async () => seen.filter((event) => !event.isBlocked).map((event) => named(event, addresses)),
    wipe: async () => void seen.splice(0),
    releaseWorkers: async () => {
      // Some are gone of themselves; theirs fail.
      await Promise.allSettled(releases.splice(0).map((release) => release()));
    },
  };
}

type NetworkWatch = {
  events: () => Promise<NetworkEvent[]>;
  wipe: () => Promise<void>;
  /** Lets go of service workers, which can't stop while they are watched. The next start is watched again. */
  releaseWorkers: () => Promise<void>;
};

/** `isBlocked`: a content security policy or the like held it back, so nothing was sent. */
type Seen = { requestId: string; url: string; targetId: string; isBlocked: boolean };

const topTargets: Protocol.Target.TargetFilter = [
  { type: "page" },
  // What popups and side panels are called before they have an address.
  { type: "other" },
  { type: "service_worker" },
  { type: "shared_worker" },
];

/** Only what the browser doesn't list at the top: a page would offer its service worker a second time. */
const ownTargets: Protocol.Target.TargetFilter = [{ type: "iframe" }, { type: "worker" }];

function leavesTheBrowser(url: string): boolean {
  return /^(https?|wss?):/.test(url);
}

function named({ url, targetId }: Seen, addresses: Map<string, string>): NetworkEvent {
  return { url, target: addresses.get(targetId) ?? "" };
}
