import type { ChangedBlock } from "./changes.ts";
import type { Piece } from "./wordDiff.ts";
import { countWords } from "./words.ts";

/** What is shown, or so many words in a row that did not change. */
export type Fold<Item> = { items: Item[]; foldedWords: number | null };

/** Fewer words are not worth a button. */
const WORTH_FOLDING = 40;
/** Of a block that changed, so many words before a change and after it are shown. */
const WORDS_AROUND = 15;

/** Folds what did not change, but for the block before a change and the one after it. */
export function foldBlocks(blocks: ChangedBlock[]): Fold<ChangedBlock>[] {
  const isNear = (at: number) => [at - 1, at, at + 1].some((i) => blocks[i] !== undefined && !isSame(blocks[i]));
  const folds: Fold<ChangedBlock>[] = [];
  for (const [at, block] of blocks.entries()) {
    const foldedWords = isNear(at) ? null : wordsIn(block.pieces);
    const last = folds.at(-1);
    if (last && (last.foldedWords === null) === (foldedWords === null)) {
      last.items.push(block);
      if (last.foldedWords !== null) last.foldedWords += foldedWords ?? 0;
    } else folds.push({ items: [block], foldedWords });
  }
  return folds.map(unfoldLittle);
}

/** Folds long stretches of a changed block that did not change, but for the words beside a change. */
export function foldPieces(pieces: Piece[]): Fold<Piece>[] {
  return pieces.flatMap((piece, i): Fold<Piece>[] => {
    const shown: Fold<Piece> = { items: [piece], foldedWords: null };
    if (piece.change !== "same" || pieces.length === 1) return [shown];
    const [head, middle, tail] = cutOut(
      piece.text,
      i === 0 ? 0 : WORDS_AROUND,
      i === pieces.length - 1 ? 0 : WORDS_AROUND,
    );
    const folded = unfoldLittle({ items: [sameOf(middle)], foldedWords: countWords(middle) });
    if (folded.foldedWords === null) return [shown];
    const around = (text: string): Fold<Piece>[] => (text === "" ? [] : [{ items: [sameOf(text)], foldedWords: null }]);
    return [...around(head), folded, ...around(tail)];
  });
}

export const isSame = ({ pieces }: ChangedBlock): boolean => pieces.every(({ change }) => change === "same");

/** How many words were put in, or taken out. */
export const wordsOfChange = (blocks: ChangedBlock[], wanted: Piece["change"]): number =>
  blocks.reduce((sum, { pieces }) => sum + wordsIn(pieces.filter(({ change }) => change === wanted)), 0);

const wordsIn = (pieces: Piece[]): number => pieces.reduce((sum, { text }) => sum + countWords(text), 0);

const sameOf = (text: string): Piece => ({ change: "same", text });

const unfoldLittle = <Item>(fold: Fold<Item>): Fold<Item> =>
  fold.foldedWords !== null && fold.foldedWords < WORTH_FOLDING ? { ...fold, foldedWords: null } : fold;

/** So many words of a text's beginning, all between, and so many of its end. */
function cutOut(text: string, before: number, after: number): [string, string, string] {
  const spaces = [...text.matchAll(/\s+/g)].map(({ index }) => index);
  const start = before === 0 ? 0 : (spaces[before] ?? text.length);
  const end = Math.max(start, after === 0 ? text.length : (spaces.at(-after - 1) ?? 0));
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}
