import { firstOf } from "../lib/view/firstOf.ts";
import type { TextBlock } from "../lib/view/textBlocks.ts";

/** The letters of a block as they are laid out; all heights are in its window. */
export type Letters = {
  count: number;
  /** The first letter for which `isBehind` holds, in a block whose letters go down; `count` where there is none. */
  first: (isBehind: (box: DOMRect) => boolean) => number;
  /** Null where nothing of it shows. */
  box: (at: number) => DOMRect | null;
};

export function lettersOf(block: TextBlock): Letters {
  const count = block.text.length;
  const box = (at: number) => boxAt(block.texts, at);
  const first = (isBehind: (box: DOMRect) => boolean) =>
    firstOf(count, (at) => {
      const found = box(at);
      // Nothing shows from there on: spaces at the end.
      return found === null || isBehind(found);
    });
  return { count, box, first };
}

/** Spaces that fall away between two lines have no box; so far the next letter is looked for. */
const LONGEST_GAP = 64;

function boxAt(texts: Text[], at: number): DOMRect | null {
  let before = 0;
  let tries = 0;
  for (const text of texts) {
    for (let offset = Math.max(0, at - before); offset < text.length && tries < LONGEST_GAP; offset++, tries++) {
      const [box] = rangeOver(text, offset).getClientRects();
      if (box && box.height > 0) return box;
    }
    before += text.length;
  }
  return null;
}

function rangeOver(text: Text, offset: number): Range {
  const range = text.ownerDocument.createRange();
  range.setStart(text, offset);
  // Half of a pair has no box.
  range.setEnd(text, Math.min(text.length, offset + ((text.data.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1)));
  return range;
}
