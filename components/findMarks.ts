import type { Match, Matches } from "../lib/view/findText.ts";

/** Marked at once, on either side of the present one: more than anybody scrolls through, and few enough to paint. */
const MARKED_AROUND = 1000;

type Own = Window & typeof globalThis;

/** Marks what was found, the present match apart, in the page and in the frame alike: each marks only its own texts. */
export function markMatches(windows: Own[], matches: Matches, present: number): void {
  const first = Math.max(0, present - MARKED_AROUND);
  const last = Math.min(matches.places.length, present + MARKED_AROUND);
  const around = Array.from({ length: Math.max(0, last - first) }, (_, i) => rangeOf(matches.at(first + i)));
  for (const own of windows) {
    const isHere = (range: Range | null | undefined) => range?.startContainer.ownerDocument === own.document;
    const mark = (name: string, priority: number, ranges: (Range | null | undefined)[]) => {
      const marked = new own.Highlight(...ranges.filter((range) => range != null).filter(isHere));
      own.CSS.highlights.set(name, Object.assign(marked, { priority }));
    };
    // Colours of code lie under both.
    mark(FOUND, 1, around);
    mark(PRESENT, 2, [around[present - first]]);
  }
}

export function unmark(windows: Own[]): void {
  for (const { CSS } of windows) for (const name of [FOUND, PRESENT]) CSS.highlights.delete(name);
}

/** The names that the style sheets know. */
const FOUND = "found";
const PRESENT = "found-present";

export function rangeOf(match: Match | null): Range | null {
  if (match === null) return null;
  const range = match.start.text.ownerDocument.createRange();
  range.setStart(match.start.text, match.start.offset);
  range.setEnd(match.end.text, match.end.offset);
  return range;
}
