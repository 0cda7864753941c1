import type { Evaluate } from "./browser.ts";

/** Paragraphs of many lengths under headings, among lists and tables; each word is there once, so that it names its place. */
export function longHtml(count: number): string {
  return Array.from({ length: count }, (_, i) => paragraphHtml(i)).join("\n");
}

export function paragraphHtml(number: number): string {
  const words = Array.from({ length: 20 + ((number * 37) % 90) }, (_, i) => wordOf(number, i));
  if (number % 10 === 3) return `<h2>${words.slice(0, 6).join(" ")}</h2>`;
  if (number % 10 === 6) return `<ul>${words.map((_, i) => (i % 12 ? "" : listItem(words, i))).join("")}</ul>`;
  if (number % 10 === 8) return `<table><tr><td>${words[0]}</td><td>${words.slice(1, 9).join(" ")}</td></tr></table>`;
  return `<p>${words.map((word, i) => (i % 11 === 5 ? `<b>${word}</b>` : word)).join(" ")}</p>`;
}

const listItem = (words: string[], from: number): string => `<li>${words.slice(from, from + 12).join(" ")}</li>`;

/** Of one to five syllables, so that lines break as they do in a text. */
export function wordOf(paragraph: number, at: number): string {
  const syllables = ["ka", "lemo", "dirus", "to", "venare", "si", "pol"];
  const tail = Array.from({ length: 1 + ((paragraph + at) % 3) }, (_, i) => syllables[(paragraph * 5 + at + i) % 7]);
  return `${tail.join("")}${paragraph}x${at}`;
}

export type TopLine = { word: string; lineHeight: number; scrollTop: number };

/** The first word of the first line that is whole at the top of what is read; null while nothing is open. */
export function topLine(evaluate: Evaluate): Promise<TopLine | null> {
  return evaluate(() => {
    const scroller = document.querySelector<HTMLElement>(".reader .scroll");
    const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
    if (!scroller || !inner?.body.firstElementChild) return null;
    const frameTop = inner.defaultView?.frameElement?.getBoundingClientRect().top ?? 0;
    const edge = scroller.getBoundingClientRect().top - 1;
    const texts = inner.createTreeWalker(inner.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const found of (text.textContent ?? "").matchAll(/\S+/g)) {
        const range = inner.createRange();
        range.setStart(text, found.index);
        range.setEnd(text, found.index + 1);
        if (frameTop + range.getBoundingClientRect().top < edge) continue;
        const lineHeight = parseFloat(getComputedStyle(text.parentElement ?? inner.body).lineHeight);
        return { word: found[0], lineHeight, scrollTop: scroller.scrollTop };
      }
    }
    return null;
  });
}

/** How many lines above (less than 0) or below the top of what is read a word stands; null while it is not there. */
export function linesFromTop(evaluate: Evaluate, word: string): Promise<number | null> {
  return evaluate((sought) => {
    const scroller = document.querySelector<HTMLElement>(".reader .scroll");
    const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
    if (!scroller || !inner?.body) return null;
    const texts = inner.createTreeWalker(inner.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const at = ` ${text.textContent} `.replace(/\s/g, " ").indexOf(` ${sought} `);
      if (at < 0) continue;
      const range = inner.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const frameTop = inner.defaultView?.frameElement?.getBoundingClientRect().top ?? 0;
      const top = frameTop + range.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      return top / parseFloat(getComputedStyle(text.parentElement ?? inner.body).lineHeight);
    }
    return null;
  }, word);
}
