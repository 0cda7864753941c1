import type { TestBrowser } from "./browser.ts";

/** All that was handed to the browser to show of one notification. */
export type Handed = {
  title: string;
  message: string;
  contextMessage: string;
  buttons: string[];
  iconUrl: string;
  imageUrl: string | null;
};

type Scope = { handed: Handed[] };

export const watchNotices = ({ evaluateInBackground }: TestBrowser): Promise<void> =>
  evaluateInBackground(() => {
    const handed: Handed[] = [];
    Object.assign(globalThis, { handed });
    const create = chrome.notifications.create.bind(chrome.notifications) as (...given: unknown[]) => unknown;
    const watched = (id: string, given: chrome.notifications.NotificationCreateOptions) => {
      const { title, message, contextMessage = "", buttons = [], iconUrl, imageUrl = null } = given;
      handed.push({ title, message, contextMessage, buttons: buttons.map((each) => each.title), iconUrl, imageUrl });
      return create(id, given);
    };
    Object.assign(chrome.notifications, { create: watched });
  });

/** Since the last time that it was asked; null while there is nothing. What was told is forgotten, so that no limit is reached. */
export const noticesHanded = ({ evaluateInBackground }: TestBrowser): Promise<Handed[] | null> =>
  evaluateInBackground(async () => {
    const { handed } = globalThis as unknown as Scope;
    if (handed.length === 0) return null;
    const opened = indexedDB.open("foldline");
    await new Promise((resolve) => (opened.onsuccess = resolve));
    const transaction = opened.result.transaction("state", "readwrite");
    transaction.objectStore("state").delete("noticeLog");
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    opened.result.close();
    return handed.splice(0);
  });
