import { browser } from "wxt/browser";

export function mayFetch(url: string): Promise<boolean> {
  const { protocol, hostname } = new URL(url);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/** Must be called first thing in a click: the browser asks the person. */
export function askToFetch(url: string): Promise<boolean> {
  return askToFetchAll([url]);
}

/** The same for many addresses: one question. What is granted already is not asked for. */
export function askToFetchAll(urls: string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...new Set(urls.flatMap(hostPatterns))] });
}

/** Match patterns for the host of an address, with and without `www.`; ports do not count in patterns. */
function hostPatterns(url: string): string[] {
  const { protocol, hostname } = new URL(url);
  const bare = hostname.replace(/^www\./, "");
  const isName = /[a-z]/i.test(bare) && bare.includes(".");
  return (isName ? [bare, `www.${bare}`] : [hostname]).map((host) => `${protocol}//${host}/*`);
}
