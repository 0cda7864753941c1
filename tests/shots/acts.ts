import type { KeyInput, Page } from "puppeteer-core";
import { articleIn, evaluateIn } from "../support/reading.ts";
import { pressKey } from "../support/typing.ts";
import { waitUntil } from "../support/waitUntil.ts";

/** What is done in a page before its picture is taken. */
export type Act = (page: Page) => Promise<void>;

export const inTurn =
  (...acts: Act[]): Act =>
  async (page) => {
    for (const act of acts) await act(page);
  };

export const see =
  (selector: string): Act =>
  async (page) =>
    void (await page.waitForSelector(selector));

export const press =
  (...keys: KeyInput[]): Act =>
  async (page) => {
    for (const key of keys) await pressKey(page.keyboard, key);
  };

export const type =
  (words: string): Act =>
  (page) =>
    page.keyboard.type(words);

/** Without scrolling to it, as `hover` would. */
export const point =
  (selector: string): Act =>
  async (page) => {
    const box = await (await page.waitForSelector(selector))?.boundingBox();
    if (box) await page.mouse.move(box.x + box.width / 3, box.y + 20);
  };

export const click =
  (selector: string): Act =>
  (page) =>
    page.click(selector);

/** What comes last in the list's head is there as well. */
export const seeRows: Act = async (page) => {
  await page.waitForSelector(".row .hl a");
  await page.waitForSelector(".lhead [aria-haspopup=menu]");
};

/** As for people who write from right to left; the words stay English. */
export const mirror: Act = (page) => evaluateIn(page)(() => void (document.documentElement.dir = "rtl"));

/** Opens the article at the top. */
export const readTop: Act = async (page) => {
  await click(".row .hl a")(page);
  await waitUntil(() => articleIn(evaluateIn(page)), { what: "the article" });
};

/** A moment makes it read; it is kept unread, so that the list stays as it was. */
export const readFirst: Act = async (page) => {
  await seeRows(page);
  const unread = () => evaluateIn(page)(() => document.querySelectorAll(".row:not(.read)").length);
  const before = await unread();
  await readTop(page);
  await waitUntil(async () => (await unread()) < before, { what: "its reading" });
  await page.keyboard.press("m");
  await waitUntil(async () => (await unread()) === before, { what: "its flag" });
  await page.mouse.move(0, 0);
};

/** The first note of the article, beside the place that calls it. */
export const openNote: Act = async (page) => {
  await evaluateIn(page)(() => {
    const mark = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument?.querySelector("sup a");
    mark?.scrollIntoView({ block: "center" });
    mark?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  });
};

/** `share` of the article has passed: 0 to 1. */
export const readOn =
  (share: number): Act =>
  async (page) => {
    await evaluateIn(page)((part) => {
      const scroller = document.querySelector(".art")?.closest(".scroll");
      if (!scroller) throw new Error("No article is open");
      scroller.scrollTop = part * (scroller.scrollHeight - scroller.clientHeight);
    }, share);
  };
