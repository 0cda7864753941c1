import { browser } from "wxt/browser";
import { t } from "../i18n.ts";
import { openFollow } from "./followPlace.ts";

const WEB = ["http://*/*", "https://*/*"];

/** Must be called at each start. The item itself is kept by the browser: `addFollowItem`. */
export function answerFollowItem(): void {
  browser.contextMenus.onClicked.addListener(({ linkUrl, pageUrl }) => void openFollow(linkUrl ?? pageUrl ?? ""));
}

/** Of pages and links, the same words: the link is what was pressed, where there is one. */
export async function addFollowItem(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: "follow",
    title: t("followWith", t("appName")),
    contexts: ["page", "link"],
    documentUrlPatterns: WEB,
    targetUrlPatterns: WEB,
  });
}
