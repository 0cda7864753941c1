import type { Anchor } from "../model.ts";
import { fold } from "./fold.ts";

/** The number of what stands above a text: headline, picture, by-line. */
export const ABOVE = -1;

/**
 * The block that an anchor means among those of a text as it is now: the one that begins with its words, nearest to its
 * old number; else the nearest that says what came next; else one near by that begins much alike; else the one of its
 * number. Null where there are not as many: then only the share of the whole is left to go by.
 */
export function findBlock({ block, words, next }: Anchored, texts: string[]): number | null {
  if (block < 0) return ABOVE;
  const beginnings = texts.map(beginningOf);
  return (
    sameOf(words, block, beginnings) ??
    (next ? nearestOf(block, texts, (text) => text.includes(next)) : null) ??
    alikeOf(words, block, beginnings) ??
    (block in texts ? block : null)
  );
}

type Anchored = Pick<Anchor, "block" | "words" | "next">;

/** Folded letters that a block is known by: few paragraphs of one text begin alike for so long. */
const LENGTH = 64;
/** What is folded of a text for them: punctuation and spaces fall away. */
const ENOUGH = 4 * LENGTH;

export const beginningOf = (text: string): string => fold(text.trimStart().slice(0, ENOUGH)).slice(0, LENGTH);

function sameOf(words: string, block: number, beginnings: string[]): number | null {
  const nearest = nearestOf(block, beginnings, (beginning) => beginning === words);
  // Pictures have no words: only one near by is likely to be the same.
  return nearest !== null && words === "" && Math.abs(nearest - block) > NEAR ? null : nearest;
}

function nearestOf(block: number, texts: string[], isIt: (text: string) => boolean): number | null {
  let best: number | null = null;
  for (const [i, text] of texts.entries()) {
    // Of two as near the later one: things are put before more often than they are taken away.
    if (isIt(text) && (best === null || Math.abs(i - block) <= Math.abs(best - block))) best = i;
  }
  return best;
}

/** So much tells one line from all others of its block, mostly. */
const NEXT_LENGTH = 32;

/** What comes next in a block of which so much has passed. */
export const nextIn = (text: string, passed: number): string => {
  const at = Math.floor(passed * text.length);
  return text.slice(at, at + NEXT_LENGTH);
};

/**
 * How much of the block that was found has passed: up to what came next, where it stands nearest to its old place; the
 * same share as before where that was reworded.
 */
export function passedIn(text: string, { passed, next }: Pick<Anchor, "passed" | "next">): number {
  if (next === undefined || next === "") return passed;
  const at = passed * text.length;
  let best: number | null = null;
  for (let found = text.indexOf(next); found >= 0; found = text.indexOf(next, found + 1)) {
    if (best === null || Math.abs(found - at) < Math.abs(best - at)) best = found;
  }
  return best === null ? passed : (best + (at % 1)) / text.length;
}

/** How many blocks an edit may have moved one that was itself edited. */
const NEAR = 40;
/** Of their pairs of letters, how many two beginnings must share to be one with another wording. */
const ALIKE = 0.5;

function alikeOf(words: string, block: number, beginnings: string[]): number | null {
  const asked = pairsOf(words);
  let best: { i: number; likeness: number } | null = null;
  for (let i = Math.max(0, block - NEAR); i < Math.min(beginnings.length, block + NEAR + 1); i++) {
    const likeness = likenessOf(asked, pairsOf(beginnings[i] ?? ""));
    if (likeness >= ALIKE && likeness > (best?.likeness ?? 0)) best = { i, likeness };
  }
  return best?.i ?? null;
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}

/** 0 to 1: the share of pairs that both have. */
function likenessOf(a: string[], b: string[]): number {
  const left = new Map<string, number>();
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of b) {
    const count = left.get(pair) ?? 0;
    if (count > 0) shared++;
    left.set(pair, count - 1);
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}
