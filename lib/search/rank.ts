/** What one term of a query has in an article, and in how many articles it is at all. */
export type TermHit = { frequency: number; isInTitle: boolean; documents: number };

/** An article that answers a query: its length in terms and its age (`now - sortAt`). */
export type Candidate = { hits: TermHit[]; length: number; ageMs: number };

/** What candidates are among: so many articles, so many terms long on average. */
export type Collection = { documents: number; averageLength: number };

/**
 * BM25 times recency: comparable among candidates for one query, best first by the greatest. The index adds up the same
 * parts posting by posting.
 */
export function scoreOf({ hits, length, ageMs }: Candidate, collection: Collection): number {
  const norm = lengthNorm(length, collection);
  const relevance = hits.reduce((sum, hit) => {
    return sum + rarity(hit.documents, collection) * saturated(hit.frequency, hit.isInTitle ? 1 : 0, norm);
  }, 0);
  return relevance * recency(ageMs);
}

/** A word that few articles have says more. Never negative, though more than half of them may have it. */
export function rarity(documents: number, collection: Collection): number {
  return Math.log(1 + (Math.max(0, collection.documents - documents) + 0.5) / (documents + 0.5));
}

/** The second mention says less than the first. */
export function saturated(frequency: number, inTitle: number, norm: number): number {
  const weighed = frequency + inTitle * TITLE_WEIGHT;
  return (weighed * (K1 + 1)) / (weighed + norm);
}

/** Each mention says less in a long article. */
export function lengthNorm(length: number, { averageLength }: Collection): number {
  return K1 * (1 - B + (B * length) / Math.max(1, averageLength));
}

/** News fades, and what was written years ago is still found where nothing newer says as much. */
export function recency(ageMs: number): number {
  return OLDEST_SHARE + (1 - OLDEST_SHARE) * 2 ** (-Math.max(0, ageMs) / HALF_LIFE_MS);
}

const K1 = 1.2;
const B = 0.75;
/** Mentions in the text that one in the title is worth. */
const TITLE_WEIGHT = 4;
const OLDEST_SHARE = 0.3;
const HALF_LIFE_MS = 30 * 86_400_000;
