import fc from "fast-check";
import { expect, test } from "vitest";
import { foldBlocks, foldPieces, wordsOfChange } from "../../../lib/view/foldSame.ts";
import type { Piece } from "../../../lib/view/wordDiff.ts";

const words = (count: number) => Array.from({ length: count }, (_, n) => `w${n}`).join(" ");
const block = (change: Piece["change"], text: string) => ({
  block: { kind: "text" as const, text },
  pieces: [{ change, text }],
});

test("blocks far from any change are folded, the ones beside a change are not", () => {
  const same = Array.from({ length: 5 }, (_, n) => block("same", `${n} ${words(20)}`));
  const folds = foldBlocks([...same, block("in", "new"), ...same]);
  expect(folds.map(({ items, foldedWords }) => [items.length, foldedWords])).toEqual([
    [4, 84],
    [3, null],
    [4, 84],
  ]);
});

test("a few words are not worth folding", () => {
  const folds = foldBlocks([block("same", "a"), block("same", "b"), block("same", "c"), block("out", "d")]);
  expect(folds.every(({ foldedWords }) => foldedWords === null)).toBe(true);
});

test("within a block the words beside a change are shown", () => {
  const folds = foldPieces([
    { change: "out", text: "old" },
    { change: "same", text: ` ${words(100)}` },
  ]);
  expect(folds.map(({ foldedWords }) => foldedWords)).toEqual([null, null, 85]);
  expect(folds[1]?.items[0]?.text).toBe(` ${words(15)}`);
});

test("nothing is lost or doubled by folding", () => {
  const piece = fc.record({
    change: fc.constantFrom<Piece["change"]>("same", "in", "out"),
    text: fc.nat(120).map((count) => words(count + 1)),
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const folded = foldPieces(pieces).flatMap(({ items }) => items);
      expect(folded.map(({ text }) => text).join("")).toBe(pieces.map(({ text }) => text).join(""));
      const blocks = pieces.map((each) => ({ block: { kind: "text" as const, text: each.text }, pieces: [each] }));
      expect(foldBlocks(blocks).flatMap(({ items }) => items)).toEqual(blocks);
    }),
  );
});

test("words that were put in are counted apart from those that were taken out", () => {
  const blocks = [block("in", "one, two"), block("out", "three"), block("same", "four")];
  expect([wordsOfChange(blocks, "in"), wordsOfChange(blocks, "out")]).toEqual([2, 1]);
});
