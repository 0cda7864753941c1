import { chineseSentence, makeWords, type Words } from "./words.ts";

/** An article as its publisher wrote it. The same place and number give the same article on every machine. */
export type MadeArticle = {
  feed: number;
  /** The first of its feed is 0, and the oldest. */
  number: number;
  guid: string;
  url: string;
  title: string;
  summary: string;
  authors: string[];
  /** Two or three of 60; a site's six are on seven articles of ten. */
  tags: string[];
  publishedAt: number;
  heroUrl: string | null;
  /** About 6 KB. */
  html: string;
};

export type Made = {
  feed: number;
  number: number;
  /** Of the feed's articles, of which the last was published at `until`. */
  count: number;
  until: number;
};

export const SITE_TAGS = ["world", "business", "science", "technology", "culture", "health"];
export const TAGS = [...SITE_TAGS, ...Array.from({ length: 54 }, (_, i) => `topic ${i + 1}`)];

/** The newest are of today, whatever their number: nothing is old enough to be cleared away. */
const SPAN_MS = 20 * 24 * 3_600_000;

export function makeArticle({ feed, number, count, until }: Made): MadeArticle {
  const words = makeWords(feed * 1_000_003 + number);
  const url = `http://${hostOf(feed)}/${words.pick()}-${words.pick()}-${number}`;
  const isChinese = words.upTo(50) === 0;
  const sentence = (length: number) => (isChinese ? chineseSentence(words, length * 2) : words.sentence(length));
  const heroUrl = words.upTo(10) < 3 ? `http://${hostOf(feed)}/pictures/${number}.jpg` : null;
  const age = ((count - 1 - number + words.upTo(1_000) / 1_000) / count) * SPAN_MS;
  return {
    feed,
    number,
    guid: `article-${feed}-${number}`,
    url,
    title: sentence(9).slice(0, -1),
    summary: `${sentence(14)} ${sentence(16)}`,
    authors: [`${words.pick()} ${words.pick()}`],
    tags: pickTags(words),
    publishedAt: Math.floor(until - age),
    heroUrl,
    html: makeHtml(sentence, { words, url, heroUrl }),
  };
}

/** Feeds of one host are asked one after another: fifty hosts, whatever the number of feeds. */
export const hostOf = (feed: number): string => `f${feed % 50}.feeds.test`;

function pickTags({ upTo }: Words): string[] {
  const first = upTo(10) < 7 ? SITE_TAGS[upTo(SITE_TAGS.length)] : undefined;
  const others = Array.from({ length: 2 + upTo(2) - (first ? 1 : 0) }, () => TAGS[6 + upTo(54)]);
  return [...new Set([first, ...others])].filter((tag) => tag !== undefined);
}

const HTML_LENGTH = 5_900;

type Parts = { words: Words; url: string; heroUrl: string | null };

function makeHtml(sentence: (length: number) => string, { words, url, heroUrl }: Parts): string {
  const picture = (src: string) =>
    `<figure><img src="${src}" alt="${sentence(6)}" width="1200" height="800"/></figure>`;
  const link = () => `<a href="${url}#${words.pick()}">${sentence(2).slice(0, -1)}</a>`;
  const forms = [
    () => `<p>${sentence(18)} ${sentence(12)} ${link()} ${sentence(22)} ${sentence(9)} ${sentence(15)}</p>`,
    () => `<p>${sentence(11)} <em>${sentence(4)}</em> ${sentence(25)} ${sentence(14)} ${sentence(17)}</p>`,
    () => `<h2>${sentence(5)}</h2>`,
    () => `<ul><li>${sentence(7)}</li><li><strong>${sentence(2)}</strong> ${sentence(8)}</li></ul>`,
    () => `<blockquote><p>&#8220;${sentence(16)}&#8221;</p></blockquote>`,
  ];
  let html = heroUrl === null ? "" : picture(heroUrl);
  for (let i = 0; html.length < HTML_LENGTH; i++) html += forms[i % 3 === 2 ? 2 + words.upTo(3) : i % 3]?.() ?? "";
  return html;
}
