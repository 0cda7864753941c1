import { ABOVE } from "../lib/view/anchor.ts";
import { firstOf } from "../lib/view/firstOf.ts";
import { MOST_LETTERS, type TextBlock } from "../lib/view/textBlocks.ts";
import { lettersOf, type Letters } from "./lineLayout.ts";

/**
 * A height in a text, told by what stands there: how much of a block is above it (0 to 1), in letters where it has any,
 * since those stay when lines break elsewhere. `beyond` are pixels below the end of all blocks.
 */
export type TextPlace = { block: number; passed: number; beyond: number };

/** The text as it is laid out in its window; above it stand `above` pixels of something else. */
export type LaidOut = { blocks: TextBlock[]; above: number };

export function placeAt({ blocks, above }: LaidOut, y: number): TextPlace {
  const block = firstOf(blocks.length, (i) => topOf(blocks, i) > y) - 1;
  const [top, end] = [edge(blocks, block, above), edge(blocks, block + 1, above)];
  if (y >= end) return { block, passed: 1, beyond: y - end };
  const letters = blocks[block] && measurable(blocks[block]);
  if (!letters) return { block, passed: shareOf(y, top, end), beyond: 0 };
  const next = letters.first((box) => box.top > y);
  const line = lineOf(letters, Math.max(0, next - 1), { top, end });
  const passed = (line.from + shareOf(y, line.top, line.end) * (line.to - line.from)) / letters.count;
  return { block, passed, beyond: 0 };
}

/** The height that a place has now. */
export function heightOf({ blocks, above }: LaidOut, { block, passed, beyond }: TextPlace): number {
  const [top, end] = [edge(blocks, block, above), edge(blocks, block + 1, above)];
  if (passed >= 1) return end + beyond;
  const letters = blocks[block] && measurable(blocks[block]);
  if (!letters) return top + passed * (end - top);
  const at = passed * letters.count;
  const line = lineOf(letters, Math.min(letters.count - 1, Math.floor(at)), { top, end });
  return line.top + ((at - line.from) / Math.max(1, line.to - line.from)) * (line.end - line.top);
}

function measurable(block: TextBlock): Letters | null {
  const letters = lettersOf(block);
  return letters.count > 0 && letters.count <= MOST_LETTERS ? letters : null;
}

type Line = { from: number; to: number; top: number; end: number };

/** The line that a letter stands in, down to the next one; the first and the last reach to the edges of the block. */
function lineOf(letters: Letters, at: number, { top, end }: { top: number; end: number }): Line {
  const box = letters.box(at);
  if (box === null) return { from: 0, to: letters.count, top, end };
  const middle = (box.top + box.bottom) / 2;
  const from = letters.first((other) => other.bottom > middle);
  const to = letters.first((other) => other.top > middle);
  return {
    from,
    to,
    top: from === 0 ? top : (letters.box(from)?.top ?? top),
    end: to === letters.count ? end : (letters.box(to)?.top ?? end),
  };
}

const shareOf = (y: number, top: number, end: number): number =>
  end > top ? Math.min(1, Math.max(0, (y - top) / (end - top))) : 0;

/** Where a block begins; behind the last one, where that ends. */
function edge(blocks: TextBlock[], block: number, above: number): number {
  if (block === ABOVE) return -above;
  const last = blocks.at(-1);
  return block < blocks.length || !last ? topOf(blocks, block) : last.element.getBoundingClientRect().bottom;
}

/** What is folded away has no place: it counts as where the block before it is. */
function topOf(blocks: TextBlock[], block: number): number {
  for (let i = block; i >= 0; i--) {
    const box = boxOf(blocks[i]);
    if (box) return box.top;
  }
  return 0;
}

function boxOf(block: TextBlock | undefined): DOMRect | null {
  if (!block) return null;
  if (block.texts.length > 0) return lettersOf(block).box(0);
  return block.element.getClientRects()[0] ?? null;
}
