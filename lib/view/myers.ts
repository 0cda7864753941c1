import type { Effort, Part } from "./align.ts";

/** With more changes than these, two parts without anything that only they share are two texts. */
const MOST_CHANGES = 400;

/**
 * What of two parts is the same, as far as the fewest changes lead: Myers, An O(ND) Difference Algorithm, 1986. Nothing
 * where that takes too many changes, or more steps than are left.
 */
export function matchesByMyers(
  a: readonly number[],
  b: readonly number[],
  { from, to, start, end, effort }: Part & { effort: Effort },
): [number, number][] {
  const [height, width] = [to - from, end - start];
  const most = Math.min(MOST_CHANGES, height + width);
  const middle = most + 1;
  // How far into `a` one gets on each diagonal; the diagonal is the number taken out less the number put in.
  const furthest = new Int32Array(2 * most + 3);
  /** `furthest` as it was before each change, of the diagonals that it could have reached. */
  const before: Int32Array[] = [];
  for (let changes = 0; changes <= most && effort.steps > 0; changes++) {
    before.push(furthest.slice(middle - changes - 1, middle + changes + 2));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = reached(furthest, middle + diagonal, isPutIn(furthest, middle, { diagonal, changes }));
      const first = x;
      while (x < height && x - diagonal < width && a[from + x] === b[start + x - diagonal]) x++;
      furthest[middle + diagonal] = x;
      effort.steps -= 1 + x - first;
      if (x >= height && x - diagonal >= width) return wayBack(before, { x, diagonal, from, start });
    }
  }
  return [];
}

const reached = (furthest: Int32Array, at: number, isIn: boolean): number =>
  isIn ? (furthest[at + 1] ?? 0) : (furthest[at - 1] ?? 0) + 1;

type Step = { diagonal: number; changes: number };

/** Whether the way to this diagonal comes from the one above it, by something put in. */
function isPutIn(furthest: Int32Array, middle: number, { diagonal, changes }: Step): boolean {
  if (diagonal === -changes) return true;
  return diagonal !== changes && (furthest[middle + diagonal - 1] ?? 0) < (furthest[middle + diagonal + 1] ?? 0);
}

type End = { x: number; diagonal: number } & Pick<Part, "from" | "start">;

function wayBack(before: Int32Array[], { x, diagonal, from, start }: End): [number, number][] {
  const matches: [number, number][] = [];
  for (let changes = before.length - 1; changes >= 0; changes--) {
    const furthest = before[changes] ?? new Int32Array();
    const middle = changes + 1;
    const isIn = isPutIn(furthest, middle, { diagonal, changes });
    const first = changes === 0 ? 0 : reached(furthest, middle + diagonal, isIn);
    while (x > first) matches.push([from + --x, start + x - diagonal]);
    diagonal += isIn ? 1 : -1;
    x = isIn ? first : first - 1;
  }
  return matches.reverse();
}
