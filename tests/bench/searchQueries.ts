import { SITE_TAGS } from "./articles.ts";
import { wordOf } from "./words.ts";

/** A search as people type it, and the same for SQLite's FTS5 where that knows such a thing. */
export type BenchQuery = { text: string; fts: string | null };

/** Ranks of words that are frequent, usual and rare. */
const FREQUENT = [3, 12, 40];
const USUAL = [300, 900, 2_500, 6_000];
const RARE = [15_000, 30_000, 49_000];

const words = (...ranks: number[]): BenchQuery => {
  const all = ranks.map(wordOf);
  return { text: `${all.join(" ")} `, fts: all.join(" ") };
};
const beginning = (rank: number, length: number): BenchQuery => {
  const start = wordOf(rank).slice(0, length);
  return { text: start, fts: `${start}*` };
};
const only = (text: string): BenchQuery => ({ text, fts: null });
const phrase = (first: number, second: number): BenchQuery => {
  const said = `"${wordOf(first)} ${wordOf(second)}"`;
  return { text: said, fts: said };
};

export const QUERIES: BenchQuery[] = [
  ...[...FREQUENT, ...USUAL, ...RARE].map((rank) => words(rank)),
  ...[words(3, 300), words(12, 900), words(40, 2_500), words(300, 900), words(900, 15_000)],
  ...[words(3, 12, 40), words(12, 300, 900), words(3, 900, 6_000)],
  ...[1, 2, 3, 4, 5].flatMap((length) => [beginning(300, length), beginning(6_001, length)]),
  ...[phrase(3, 12), phrase(0, 300), phrase(12, 900)],
  { text: `${wordOf(300)} -${wordOf(3)}`, fts: `${wordOf(300)} NOT ${wordOf(3)}` },
  { text: `${wordOf(12)} -${wordOf(900)}`, fts: `${wordOf(12)} NOT ${wordOf(900)}` },
  only(`${wordOf(300)} tag:${SITE_TAGS[0]}`),
  only('tag:"topic 7"'),
  only(`${wordOf(12)} from:"feed 7"`),
  only(`${wordOf(900)} is:unread`),
  only(`${wordOf(3)} is:starred`),
  only("is:later"),
  only(`${wordOf(300)} intitle:${wordOf(12)}`),
  only(`${wordOf(900)} after:2020-01-01`),
  only("一丁七"),
  only("丁"),
  { text: "nobodywritesthis ", fts: "nobodywritesthis" },
];
