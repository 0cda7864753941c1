import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { List } from "../lib/view/list.ts";
import type { Reader } from "../lib/view/reader.ts";

type Scroller = RefObject<HTMLElement | null>;

/**
 * A row, and how far below the list's upper edge it begins, in pixels; below 0 where a part of it has passed. Where it is
 * known how high the row was, the same share of it has passed when it is of another height.
 */
export type TopRow = { id: number; offset: number; height?: number };

/** The first row that is in sight. */
export function topRowOf(box: HTMLElement): TopRow | null {
  const edge = box.getBoundingClientRect().top;
  for (const row of box.querySelectorAll<HTMLElement>("[data-article]")) {
    const { top, bottom, height } = row.getBoundingClientRect();
    if (bottom > edge) return { id: Number(row.dataset.article), offset: top - edge, height };
  }
  return null;
}

/** Scrolls to where that row was, as far as the list goes. */
export function bringToTop(box: HTMLElement, { id, offset, height }: TopRow): void {
  const row = box.querySelector(`[data-article="${id}"]`)?.getBoundingClientRect();
  if (!row) return;
  const passed = offset < 0 && height ? (offset * row.height) / height : offset;
  box.scrollTop += row.top - box.getBoundingClientRect().top - passed;
}

type Steps = {
  /** Looks at what is drawn now, and has the gaps drawn anew, which are as high as such rows are. */
  measureAnew: () => void;
  /** The list is where it was, with other rows in sight. */
  settle: () => void;
};

/**
 * When all rows take on another height, the one at the top stays there. `look` is what gives them their height; what
 * this returns is for their width, of which nobody knows before it has changed.
 */
export function useSteadyTop(scroller: Scroller, look: string, { measureAnew, settle }: Steps): () => void {
  const drawn = useRef(look);
  const top = useRef<TopRow | null>(null);
  const note = () => void (top.current = scroller.current && topRowOf(scroller.current));
  // While this is drawn, the page is still as it was.
  if (drawn.current !== look) note();
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || !top.current) return;
    const isOther = drawn.current !== look;
    drawn.current = look;
    if (isOther) letGrow(box);
    bringToTop(box, top.current);
    if (isOther) return measureAnew();
    top.current = null;
    settle();
  });
  return () => {
    note();
    measureAnew();
  };
}

/** Rows that were kept as high as they were for the sake of their neighbours. */
function letGrow(box: HTMLElement): void {
  for (const row of box.querySelectorAll<HTMLElement>("[data-article]")) row.style.minBlockSize = "";
}

/** Another list starts at its top, or where it was left. */
export function useStart({ list }: Reader, scroller: Scroller): void {
  const { turn, start } = list.shown.value ?? {};
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    if (start) bringToTop(box, start);
    else box.scrollTop = 0;
  }, [turn]);
  const note = () => scroller.current && noteTop(list, scroller.current);
  useEffect(() => {
    const box = scroller.current;
    box?.addEventListener("scrollend", note);
    return () => box?.removeEventListener("scrollend", note);
  }, []);
  // After a jump the rows in sight are still to be read.
  useEffect(() => void note(), [list.held.value]);
}

function noteTop({ rows, top }: List, box: HTMLElement): void {
  if (box.scrollTop === 0) return void (top.value = null);
  const first = topRowOf(box);
  const row = rows.peek().find(({ id }) => id === first?.id);
  const isKnown = first?.id === top.peek()?.id && first?.offset === top.peek()?.offset;
  if (first && row && !isKnown && first.offset < box.clientHeight) top.value = { ...first, sortAt: row.sortAt };
}
