import { align, type Effort } from "./align.ts";
import { pairBlocks } from "./blockPairs.ts";
import { wordDiff, type Piece } from "./wordDiff.ts";
import { isWord } from "./words.ts";

/** A block of either text, or of both with the words that changed in it; as the later text has it, where it does. */
export type DiffBlock<Block> = { block: Block; pieces: Piece[] };

/** Of one comparison: of the longest texts some tenths of a second. */
const MOST_STEPS = 4_000_000;

/**
 * What became of a text, block by block: equal blocks find each other first, then those much alike, and of these the
 * words are compared. However long the texts are, the effort is bounded; what is beyond it shows as replaced. Each block
 * is worked out when it is asked for, so that the page can do other things in between.
 */
export function* textDiff<Block extends { text: string }>(
  before: readonly Block[],
  after: readonly Block[],
): Generator<DiffBlock<Block>> {
  const effort: Effort = { steps: MOST_STEPS };
  for (const { out, put, same } of align(before, after, { keyOf: ({ text }) => text, effort })) {
    for (const [earlier, later] of pairBlocks(out, put, effort)) yield* becameOf(earlier, later, effort);
    for (const [, later] of same) yield whole("same", later);
  }
}

function becameOf<Block extends { text: string }>(
  earlier: Block | null,
  later: Block | null,
  effort: Effort,
): DiffBlock<Block>[] {
  const pieces = earlier && later ? wordDiff(earlier.text, later.text, effort) : [];
  if (later && isOneText(pieces)) return [{ block: later, pieces }];
  return [...(earlier ? [whole("out", earlier)] : []), ...(later ? [whole("in", later)] : [])];
}

/** Two texts shuffled into each other say less than one after the other. */
function isOneText(pieces: Piece[]): boolean {
  const lengthOf = (wanted: Piece["change"]) =>
    pieces.reduce((sum, { change, text }) => sum + (change === wanted && isWord(text) ? text.length : 0), 0);
  return lengthOf("same") > 0 && lengthOf("same") * 4 >= Math.min(lengthOf("out"), lengthOf("in"));
}

const whole = <Block extends { text: string }>(change: Piece["change"], block: Block): DiffBlock<Block> => ({
  block,
  pieces: [{ change, text: block.text }],
});
