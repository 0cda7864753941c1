import { hitsIn, type Hit } from "./hits.ts";
import type { Query, Words } from "./query.ts";

/** A part of a text, to be marked or not. */
export type Piece = { text: string; isHit: boolean };

/** Pieces that together are a part of the text as it stands, line breaks and all; cut off where it says so. */
export type Snippet = { pieces: Piece[]; isCutBefore: boolean; isCutAfter: boolean };

/** All of a text, with what a query asks for marked. What is asked of titles is marked in a title only. */
export function markHits(text: string, query: Query, place: "title" | "text"): Piece[] {
  return piecesOf(text, hitsIn(text, wordsFor(query, place)), { start: 0, end: text.length });
}

/** The part of a text that answers most of a query, or its opening where nothing does. */
export function snippetOf(text: string, query: Query): Snippet {
  const hits = hitsIn(text, wordsFor(query, "text"));
  const { start, end } = windowAround(text, bestHits(hits));
  return { pieces: piecesOf(text, hits, { start, end }), isCutBefore: start > 0, isCutAfter: end < text.length };
}

type Range = { start: number; end: number };

function wordsFor({ clauses }: Query, place: "title" | "text"): Words[] {
  return clauses.flatMap((clause) =>
    clause.kind === "words" && !clause.not && (place === "title" || !clause.inTitle) ? [clause] : [],
  );
}

/** From the first to the last of the hits that fit into a snippet and meet the most clauses; the first of equals. */
function bestHits(hits: Hit[]): Range {
  let best = { start: 0, end: 0, clauses: 0, count: 0 };
  let last = 0;
  const met = new Map<number, number>();
  for (const [first, hit] of hits.entries()) {
    for (let next = hits[last]; next && next.start < hit.start + FARTHEST_APART; next = hits[++last])
      met.set(next.clause, (met.get(next.clause) ?? 0) + 1);
    const clauses = met.size;
    const count = last - first;
    if (clauses > best.clauses || (clauses === best.clauses && count > best.count))
      best = { start: hit.start, end: hits[last - 1]?.end ?? hit.end, clauses, count };
    forget(met, hit.clause);
  }
  return best;
}

function forget(met: Map<number, number>, clause: number): void {
  const left = (met.get(clause) ?? 0) - 1;
  if (left > 0) met.set(clause, left);
  else met.delete(clause);
}

/** So much of the text, with more of it behind the hits than before, from the start of a word to the end of one. */
function windowAround(text: string, hits: Range): Range {
  const before = Math.floor((LENGTH - Math.min(LENGTH, hits.end - hits.start)) * SHARE_BEFORE);
  const wished = Math.max(0, Math.min(hits.start - before, text.length - LENGTH));
  const start = wished === 0 ? 0 : startOfWord(text, wished, hits.start);
  const limit = start + LENGTH;
  if (limit >= text.length) return { start, end: text.length };
  const end = endOfWord(text, limit, hits.end);
  return { start, end: end > start ? end : graphemeAt(text, limit).end };
}

function startOfWord(text: string, from: number, latest: number): number {
  const space = text.slice(from - 1, Math.min(latest, from + FARTHEST_SPACE)).search(/\s/);
  return graphemeAt(text, space < 0 ? from : from + space).start;
}

function endOfWord(text: string, to: number, earliest: number): number {
  const from = Math.max(earliest, to - FARTHEST_SPACE);
  const space = text.slice(from, to + 1).search(/\s\S*$/);
  return graphemeAt(text, space < 0 ? to : from + space).start;
}

function piecesOf(text: string, hits: Hit[], { start, end }: Range): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const hit of hits.filter((each) => each.start < end && each.end > start)) {
    const from = Math.max(at, cutsGrapheme(text, hit.start) ? graphemeAt(text, hit.start).start : hit.start);
    const to = Math.min(end, cutsGrapheme(text, hit.end) ? graphemeAt(text, hit.end - 1).end : hit.end);
    if (to <= from) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), isHit: false });
    pieces.push({ text: text.slice(from, to), isHit: true });
    at = to;
  }
  if (end > at) pieces.push({ text: text.slice(at, end), isHit: false });
  return pieces;
}

/** Whether it may: no accent, joiner or other half stands here before U+0300. */
function cutsGrapheme(text: string, at: number): boolean {
  return !(text.charCodeAt(at - 1) < 0x300 && !(text.charCodeAt(at) >= 0x300));
}

function graphemeAt(text: string, at: number): Range {
  const found = graphemes.segment(text).containing(at);
  return found ? { start: found.index, end: found.index + found.segment.length } : { start: at, end: at };
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** UTF-16 units of a snippet: two to three lines of a list. */
const LENGTH = 160;
/** How far after the first of its hits a snippet's last one may start. */
const FARTHEST_APART = 120;
const SHARE_BEFORE = 0.3;
/** How far a snippet is shortened to begin and end with a word; scripts without spaces are cut anywhere. */
const FARTHEST_SPACE = 24;
