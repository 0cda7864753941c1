import { browser } from "wxt/browser";
import { articleKey, currentWindowId, type Asked } from "./panel.ts";

/** A panel that opens later than this was not opened for the article that waits. */
const WAIT_MS = 10_000;

/** For the panel: calls `show` with each article that the popup of this window asks for, the waiting one included. */
export async function onArticleAsked(show: (articleId: number) => void): Promise<void> {
  const key = articleKey(await currentWindowId());
  const take = (asked: unknown) => {
    if (!isAsked(asked) || Date.now() - asked.at > WAIT_MS) return;
    show(asked.articleId);
    void browser.storage.session.remove(key);
  };
  browser.storage.session.onChanged.addListener((changes) => take(changes[key]?.newValue));
  const waiting = await browser.storage.session.get(key);
  take(waiting[key]);
}

function isAsked(asked: unknown): asked is Asked {
  if (typeof asked !== "object" || asked === null || !("articleId" in asked) || !("at" in asked)) return false;
  return typeof asked.articleId === "number" && typeof asked.at === "number";
}
