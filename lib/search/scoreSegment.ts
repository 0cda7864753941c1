import type { DocumentTable } from "./buildSegment.ts";
import type { Criterion, Plan } from "./plan.ts";
import type { Postings } from "./postings.ts";
import { lengthNorm, rarity, recency, saturated, type Collection } from "./rank.ts";
import type { Lookup } from "./termBlocks.ts";
import { type Before, mayStandBefore } from "./wordBefore.ts";

/** What of a segment a query needs: its documents, and the postings of what is looked up. */
export type SegmentPart = {
  documents: DocumentTable;
  postings: (lookup: Lookup) => Postings;
  /** Articles that a later segment says otherwise of. */
  isVoid: (id: number) => boolean;
};

export type Ranking = Collection & { now: number; frequencyOf: (lookup: Lookup) => number };

/** The hits of a segment, in the order of their ids. */
export type Hits = { ids: number[]; sortAts: number[]; scores: number[] };

export const noHits = (): Hits => ({ ids: [], sortAts: [], scores: [] });

/**
 * Runs through the postings criterion by criterion. A document's level says how many lookups it has met in a row: it is
 * a hit when it has met all.
 */
export function scoreSegment(plan: Plan, part: SegmentPart, ranking: Ranking): Hits {
  const { ids, sortAts } = part.documents;
  const state: State = { levels: new Uint16Array(ids.length), scores: new Float32Array(ids.length), part, ranking };
  let level = 0;
  for (const criterion of plan.criteria.filter(({ not }) => !not)) level = meet(state, criterion, level);
  for (const criterion of plan.criteria.filter(({ not }) => not)) shutOut(state, criterion);
  const hits = noHits();
  for (let i = 0; i < ids.length; i++) {
    if (state.levels[i] !== level) continue;
    const [id = 0, sortAt = 0] = [ids[i], sortAts[i]];
    if (sortAt < plan.since || sortAt >= plan.until || part.isVoid(id)) continue;
    hits.ids.push(id);
    hits.sortAts.push(sortAt);
    // Without a word to rank by, the newest come first.
    hits.scores.push((1 + (state.scores[i] ?? 0)) * recency(ranking.now - sortAt));
  }
  return hits;
}

type State = { levels: Uint16Array; scores: Float32Array; part: SegmentPart; ranking: Ranking };

/** Raises what meets the criterion from the level to the one returned. */
function meet(state: State, { words, labels, inTitle }: Criterion, level: number): number {
  const top = level + Math.max(1, words.length);
  for (const [i, lookup] of words.entries())
    raise(state, lookup, { from: level + i, least: level + i, to: level + i + 1, inTitle, behind: lookup.behind });
  // A label stands for all words of the criterion at once.
  for (const lookup of labels)
    raise(state, lookup, { from: top - 1, least: level, to: top, inTitle: false, behind: null });
  return top;
}

type Step = { least: number; from: number; to: number; inTitle: boolean; behind: Before | null };

function raise({ levels, scores, part, ranking }: State, lookup: Lookup, step: Step): void {
  const { least, from, to, inTitle, behind } = step;
  const weight = rarity(ranking.frequencyOf(lookup), ranking);
  const { ordinals, counts, inTitle: titles, befores, length } = part.postings(lookup);
  for (let i = 0; i < length; i++) {
    if (behind !== null && !mayStandBefore(behind, befores[i] ?? 0, counts[i] ?? 1)) continue;
    const at = ordinals[i] ?? 0;
    const level = levels[at] ?? 0;
    if (level < least || level > to || (inTitle && titles[i] === 0)) continue;
    if (level <= from) levels[at] = to;
    const norm = lengthNorm(part.documents.lengths[at] ?? 0, ranking);
    scores[at] = (scores[at] ?? 0) + weight * saturated(counts[i] ?? 1, titles[i] ?? 0, norm);
  }
}

/** No number of lookups reaches this level. */
const SHUT_OUT = 0xffff;

function shutOut({ levels, part }: State, { words, labels, inTitle }: Criterion): void {
  for (const lookup of [...words, ...labels]) {
    const { ordinals, inTitle: titles, length } = part.postings(lookup);
    for (let i = 0; i < length; i++) {
      if (!inTitle || titles[i] === 1) levels[ordinals[i] ?? 0] = SHUT_OUT;
    }
  }
}
