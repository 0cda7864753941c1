import type { Page } from "puppeteer-core";
import type { Evaluate } from "./browser.ts";
import { evaluateThrough } from "./evaluate.ts";

/** What a person sees on the reading surfaces, taken from the page that `evaluate` runs in. */

export const evaluateIn = (page: Page): Evaluate => evaluateThrough((expression) => page.evaluate(expression));

export const headlinesIn = (evaluate: Evaluate): Promise<string[]> =>
  evaluate(() => Array.from(document.querySelectorAll(".row .hl"), (headline) => headline.textContent ?? ""));

export type Shown = {
  title: string;
  /** The by-line's date, as text. */
  date: string;
  standfirst: string;
  keywords: string;
  /** The text inside the frame, as it is laid out. */
  text: string;
  /** Its blocks, as "TAG text". */
  blocks: string[];
  pictures: { width: number; source: string }[];
};

/** The article that is open; null while there is none, or while its text or its pictures are on their way. */
export function articleIn(evaluate: Evaluate): Promise<Shown | null> {
  return evaluate(() => {
    const article = document.querySelector(".art");
    const frame = article?.querySelector("iframe");
    const inner = frame?.contentDocument;
    if (!article || !frame || !inner?.body?.childElementCount) return null;
    const textOf = (selector: string) => article.querySelector<HTMLElement>(selector)?.innerText.trim() ?? "";
    const pictures = [...article.querySelectorAll("img"), ...inner.querySelectorAll("img")];
    if (!pictures.every((picture) => picture.complete)) return null;
    // The frame grows with its text; it must never scroll by itself.
    if (frame.clientHeight < inner.documentElement.scrollHeight) return null;
    return {
      title: textOf("h1"),
      date: textOf(".by time"),
      standfirst: textOf(".stand"),
      keywords: textOf(".keys"),
      text: inner.body.innerText,
      blocks: Array.from(
        inner.body.querySelectorAll<HTMLElement>("h2, h3, p, li, pre, blockquote"),
        (block) => `${block.tagName} ${block.innerText.trim()}`,
      ),
      pictures: pictures.map((picture) => ({ width: picture.naturalWidth, source: picture.src })),
    };
  });
}

/** Runs in the page: the headline of the open article. */
export function openHeadline(): string | null {
  return document.querySelector(".art h1")?.textContent ?? null;
}

/** Whether the text of the open article is drawn, in its whole height. Runs in the page. */
export function isTextThere(): boolean {
  const frame = document.querySelector<HTMLIFrameElement>(".art iframe");
  const text = frame?.contentDocument;
  if (!frame || !text?.body?.childElementCount) return false;
  return frame.clientHeight >= text.documentElement.scrollHeight;
}
