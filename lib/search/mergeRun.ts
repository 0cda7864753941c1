/** What of a segment decides whether it is to be merged. */
export type Sized = { order: number; documents: number; voided: { length: number } };

/** Segments grow by this, tier by tier. */
const FACTOR = 8;
/** A query stops after the newest segments where these fill a page, and a term's postings fit into a block. */
const MOST_DOCUMENTS = 16_384;
/** From here on a segment is left alone. */
const FULL = MOST_DOCUMENTS / 2;

/**
 * The next segments to make one of: those that stand together in the order, since what a segment voids lies in all
 * below it. Null where there are few of every size. Each article is so written again once per tier.
 */
export function chooseRun<Segment extends Sized>(segments: Segment[]): Segment[] | null {
  const ordered = segments.toSorted((a, b) => a.order - b.order);
  for (let tier = 0; FACTOR ** tier < FULL; tier++) {
    const run = runsUpTo(ordered, tier).find((each) => isWorthMerging(each, tier));
    if (run) return withinLimit(run);
  }
  return null;
}

const sizeOf = ({ documents, voided }: Sized): number => documents + voided.length;

const tierOf = (segment: Sized): number => Math.floor(Math.log2(Math.max(1, sizeOf(segment))) / Math.log2(FACTOR));

function runsUpTo<Segment extends Sized>(ordered: Segment[], tier: number): Segment[][] {
  const runs: Segment[][] = [[]];
  for (const segment of ordered) {
    if (tierOf(segment) <= tier && sizeOf(segment) < FULL) runs.at(-1)?.push(segment);
    else runs.push([]);
  }
  return runs;
}

function isWorthMerging(run: Sized[], tier: number): boolean {
  const size = run.reduce((sum, each) => sum + sizeOf(each), 0);
  return run.length > 1 && (size >= FULL || run.filter((each) => tierOf(each) === tier).length >= FACTOR);
}

/** The oldest of a long run. */
function withinLimit<Segment extends Sized>(run: Segment[]): Segment[] {
  let size = 0;
  const end = run.findIndex((each) => (size += sizeOf(each)) > MOST_DOCUMENTS);
  return end < 0 ? run : run.slice(0, Math.max(2, end));
}
