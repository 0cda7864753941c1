import { browser } from "wxt/browser";
import { addFollowItem } from "./followMenu.ts";
import { onUpdateAvailable, reopenPages } from "./reopening.ts";

/** Must be called at each start: of an installation or an update the browser tells once, and wakes us for it. */
export function onInstalled(refreshDue: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    refreshDue();
    void addFollowItem();
    if (reason === "install") void browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") });
    else void reopenPages();
  });
  onUpdateAvailable();
}
