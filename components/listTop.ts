import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { List, ListTop } from "../lib/view/list.ts";
import type { Reader } from "../lib/view/reader.ts";

/** A row, and how far below the list's upper edge it begins, in pixels; below 0 where a part of it has passed. */
export type TopRow = { id: number; offset: number };

/** The first row that is in sight. */
export function topRowOf(box: HTMLElement): TopRow | null {
  const edge = box.getBoundingClientRect().top;
  for (const row of box.querySelectorAll<HTMLElement>("[data-article]")) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > edge) return { id: Number(row.dataset.article), offset: top - edge };
  }
  return null;
}

/** Scrolls to where that row was, as far as the list goes. */
export function bringToTop(box: HTMLElement, { id, offset }: TopRow): void {
  const row = box.querySelector(`[data-article="${id}"]`);
  if (row) box.scrollTop += row.getBoundingClientRect().top - box.getBoundingClientRect().top - offset;
}

/** When all rows take on another height with `look`, the one at the top stays there. */
export function useSteadyTop(scroller: RefObject<HTMLElement | null>, look: string, measureAnew: () => void): void {
  const drawn = useRef(look);
  const top = useRef<TopRow | null>(null);
  // While this is drawn, the page is still as it was.
  if (drawn.current !== look && scroller.current) top.current = topRowOf(scroller.current);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || !top.current) return;
    if (drawn.current === look) {
      // The gaps, too, are as high as such rows are.
      bringToTop(box, top.current);
      top.current = null;
      return;
    }
    drawn.current = look;
    // Rows that were kept as high as they were for the sake of their neighbours.
    for (const row of box.querySelectorAll<HTMLElement>("[data-article]")) row.style.minBlockSize = "";
    bringToTop(box, top.current);
    measureAnew();
  });
}

/** Another list starts at its top, or where it was left. */
export function useStart({ list }: Reader, scroller: RefObject<HTMLElement | null>): void {
  const { turn, start } = list.shown.value ?? {};
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    if (start) bringToTop(box, start);
    else box.scrollTop = 0;
  }, [turn]);
  useEffect(() => {
    const box = scroller.current;
    const note = () => box && (list.top.value = listTopOf(list, box));
    box?.addEventListener("scrollend", note);
    return () => box?.removeEventListener("scrollend", note);
  }, []);
}

function listTopOf({ rows }: List, box: HTMLElement): ListTop | null {
  const top = box.scrollTop > 0 ? topRowOf(box) : null;
  const row = rows.peek().find(({ id }) => id === top?.id);
  return top && row ? { ...top, sortAt: row.sortAt } : null;
}
