import { align, type Effort } from "./align.ts";
import { tokensOf } from "./words.ts";

/** Part of a text: in both versions, only in the earlier one (taken out) or only in the later one (put in). */
export type Piece = { change: "same" | "out" | "in"; text: string };

/**
 * What of a text's words was taken out and put in. Joined without what was put in the pieces are the earlier text,
 * without what was taken out the later one.
 */
export function wordDiff(before: string, after: string, effort: Effort): Piece[] {
  const segments = align(tokensOf(before), tokensOf(after), { keyOf: (token) => token, effort });
  return legible(
    segments.map(({ out, put, same }) => ({
      out: out.join(""),
      put: put.join(""),
      same: same.map(([token]) => token).join(""),
    })),
  ).flatMap(piecesOf);
}

/** What was replaced by what, and what follows that stayed. */
type Change = Record<"out" | "put" | "same", string>;

/** A word that stayed by chance between two long changes tears them apart: what is shorter than both joins them. */
function legible(changes: Change[]): Change[] {
  const joined: Change[] = [];
  for (const change of changes) {
    let next = change;
    for (let last = joined.at(-1); last && isTorn(last, next); last = joined.at(-1)) {
      joined.pop();
      next = { out: last.out + last.same + next.out, put: last.put + last.same + next.put, same: next.same };
    }
    joined.push(next);
  }
  return joined;
}

const sizeOf = ({ out, put }: Change): number => Math.max(out.length, put.length);
const isTorn = (before: Change, after: Change): boolean =>
  sizeOf(before) > 0 && before.same.length <= Math.min(sizeOf(before), sizeOf(after));

function piecesOf({ out, put, same }: Change): Piece[] {
  const pieces: Piece[] = [
    { change: "out", text: out },
    { change: "in", text: put },
    { change: "same", text: same },
  ];
  return pieces.filter(({ text }) => text !== "");
}
