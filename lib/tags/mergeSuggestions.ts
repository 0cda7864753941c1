import type { Choices } from "./mapTags.ts";

/** A tag that may be another one, spelt differently: `from` would be merged into `into`. */
export type MergeSuggestion = { from: string; into: string };

type CountedTag = { tag: string; count: number };

/**
 * Tags that look alike, those with the most articles first: the same letters but for accents, hyphens and spaces; one the
 * other's plural; a well-known abbreviation. Into the spelling that is written out or has more articles. Nothing is merged by itself.
 */
export function mergeSuggestions(tags: readonly CountedTag[], choices: Choices): MergeSuggestion[] {
  const counts = new Map(tags.map(({ tag, count }) => [tag, count]));
  const countOf = (tag: string) => counts.get(tag) ?? 0;
  const pairs = [...spellingPairs(tags), ...wordPairs(tags, countOf)].filter((pair) => !areKeptApart(pair, choices));
  const gone = new Set<string>();
  const offered = pairs.filter(({ from, into }) => {
    // One at a time: when it is merged, or not, the next one comes.
    if (gone.has(from) || gone.has(into)) return false;
    gone.add(from);
    return true;
  });
  return offered.sort((a, b) => countOf(b.from) - countOf(a.from));
}

function areKeptApart({ from, into }: MergeSuggestion, choices: Choices): boolean {
  const isNot = (a: string, b: string) => choices.get(a)?.notSameAs?.includes(b) ?? false;
  return isNot(from, into) || isNot(into, from);
}

function spellingPairs(tags: readonly CountedTag[]): MergeSuggestion[] {
  const best = new Map<string, CountedTag>();
  for (const each of tags) {
    const known = best.get(lettersOf(each.tag));
    if (!known || known.count < each.count) best.set(lettersOf(each.tag), each);
  }
  return tags.flatMap(({ tag }) => {
    const into = best.get(lettersOf(tag))?.tag ?? tag;
    return into === tag ? [] : [{ from: tag, into }];
  });
}

/** Without accents, hyphens, spaces and apostrophes. Signs stay: C, C# and C++ are three. */
const lettersOf = (tag: string): string =>
  tag
    .normalize("NFD")
    .replace(/[\u0300-\u036F]/g, "")
    .replace(/[\s_'’\-‐‑–]/g, "")
    .normalize("NFC");

/** Plurals go into the one with more articles, abbreviations into what they stand for. */
function wordPairs(tags: readonly CountedTag[], countOf: (tag: string) => number): MergeSuggestion[] {
  const known = new Set(tags.map(({ tag }) => tag));
  return tags.flatMap(({ tag }) => {
    const long = ABBREVIATIONS.get(tag)?.find((word) => known.has(word));
    if (long !== undefined) return [{ from: tag, into: long }];
    const singular = singularsOf(tag).find((word) => known.has(word));
    if (singular === undefined) return [];
    return [countOf(singular) > countOf(tag) ? { from: tag, into: singular } : { from: singular, into: tag }];
  });
}

/** By the rules of English, which are also those of many French, Spanish and Portuguese words. */
function singularsOf(tag: string): string[] {
  if (NO_PLURALS.has(tag) || !/[a-z]{3}s$/.test(tag) || /(ss|us|is)$/.test(tag)) return [];
  const found = [tag.slice(0, -1)];
  if (/(s|x|z|ch|sh|o)es$/.test(tag)) found.push(tag.slice(0, -2));
  if (/[^aeiou]ies$/.test(tag)) found.push(`${tag.slice(0, -3)}y`);
  return found;
}

/** Words that end like a plural of another word, and are none. */
const NO_PLURALS = new Set(
  "news ios aids arts goods means mars windows teams customs glasses economics ethics mathematics physics politics".split(
    " ",
  ),
);

const ABBREVIATIONS: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ["ai", "artificial intelligence"],
    ["ar", "augmented reality"],
    ["db", "database", "databases"],
    ["eu", "european union"],
    ["gb", "great britain"],
    ["iot", "internet of things"],
    ["js", "javascript"],
    ["k8s", "kubernetes"],
    ["llm", "large language models", "large language model"],
    ["ml", "machine learning"],
    ["nyc", "new york city", "new york"],
    ["oss", "open source"],
    ["ts", "typescript"],
    ["ui", "user interface"],
    ["uk", "united kingdom"],
    ["un", "united nations"],
    ["us", "united states"],
    ["usa", "united states"],
    ["ux", "user experience"],
    ["vr", "virtual reality"],
  ].map(([short = "", ...long]) => [short, long]),
);
