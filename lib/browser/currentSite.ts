import { browser } from "wxt/browser";

/** The web page that the popup was opened over. Its address is known to us by that click alone. */
export type CurrentSite = { url: string; tabId: number };

export async function currentSite(): Promise<CurrentSite | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const { url = "", id } = tab ?? {};
  return id !== undefined && /^https?:/.test(url) ? { url, tabId: id } : null;
}

/** Nothing that the page says of feeds is asked for again. How it goes on is loaded when somebody wants it. */
export async function followSite(site: CurrentSite | null): Promise<void> {
  if (!site) return;
  const { openFollow } = await import("./followPlace.ts");
  await openFollow(site.url, await readFeedLinks(site.tabId));
}

/** What the page says of feeds, as HTML; nothing where the browser lets nobody look. No request is made. */
async function readFeedLinks(tabId: number): Promise<string> {
  const reading = browser.scripting.executeScript({ target: { tabId }, func: collectFeedLinks });
  const [read] = await reading.catch(() => []);
  return typeof read?.result === "string" ? read.result : "";
}

/** Runs in the page, which it leaves as it is. Addresses are made whole there: the page knows its base. */
function collectFeedLinks(): string {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel~="alternate"][type][href]')].slice(0, 40);
  const copies = links.map((link) => {
    const copy = document.createElement("link");
    for (const name of ["rel", "type", "title"]) copy.setAttribute(name, link.getAttribute(name) ?? "");
    copy.setAttribute("href", link.href);
    return new XMLSerializer().serializeToString(copy);
  });
  return copies.join("");
}
