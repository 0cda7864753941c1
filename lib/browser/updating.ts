import { browser } from "wxt/browser";
import { UPDATE_READY, type Reopening } from "./reopening.ts";

/**
 * For each page of ours. A new version waits for as long as one is open, and closes all tabs when it comes: as soon as
 * nobody sees any of them, it is let in, with word of where they were.
 */
export function makeWayForUpdate(): void {
  const look = () => void letUpdateIn();
  document.addEventListener("visibilitychange", look);
  // Said before the page is gone.
  browser.tabs.onRemoved.addListener(() => void setTimeout(look, A_MOMENT_MS));
  browser.storage.session.onChanged.addListener((changes) => changes[UPDATE_READY] && look());
}

const A_MOMENT_MS = 500;

async function letUpdateIn(): Promise<void> {
  const { [UPDATE_READY]: isReady, ...session } = await browser.storage.session.get(null);
  if (!isReady || !views().every(canGo)) return;
  const tabs = await ourTabs();
  if (tabs === null) return;
  const reopening: Reopening = { tabs, session };
  await browser.storage.local.set({ reopening });
  browser.runtime.reload();
}

/** Typed as bare windows; these are our own pages. */
const views = () => browser.extension.getViews() as unknown as { document: Document }[];

/** Nobody sees it, has typed into it, or would have to open it again: no side panel opens by itself. */
function canGo({ document }: { document: Document }): boolean {
  const { pathname } = new URL(document.URL);
  if (pathname === "/sidepanel.html") return false;
  if (pathname.startsWith("/_generated")) return true;
  const fields = [...document.querySelectorAll<HTMLInputElement>('input:not([type="radio"], [type="checkbox"])')];
  return document.hidden && fields.every(({ value, defaultValue }) => value === defaultValue);
}

/** Null where a window shows nothing but ours: it would be closed with them. */
async function ourTabs(): Promise<Reopening["tabs"] | null> {
  const all = await browser.tabs.query({});
  const isOurs = ({ url = "" }: { url?: string | undefined }) => url.startsWith(browser.runtime.getURL("/"));
  const windowsKept = new Set(all.filter((tab) => !isOurs(tab)).map((tab) => tab.windowId));
  const ours = all.filter(isOurs);
  if (!ours.every((tab) => windowsKept.has(tab.windowId))) return null;
  return ours.map(({ url = "", windowId, index, active, pinned }) => ({ url, windowId, index, active, pinned }));
}
