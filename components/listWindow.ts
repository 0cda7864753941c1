import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useSteadyTop } from "./listTop.ts";
import { itemsOf, type Heights, type ListItem } from "../lib/view/listItems.ts";
import type { ListPage } from "../lib/view/listPages.ts";
import type { Reader } from "../lib/view/reader.ts";

/** So far beyond what is in sight there are rows: what a fling passes while a page is read. */
const AHEAD = 1500;
/** Rows that are there may stay a little longer, so that a small move to and fro reads nothing. */
const BEHIND = 2000;

type Scroller = RefObject<HTMLElement | null>;

/** What of the list is drawn: what is in sight, what is near it, and the page of the row that has the focus. */
export function useListWindow(reader: Reader, scroller: Scroller): ListItem[] {
  const { list, selectedId, focusWish } = reader;
  const measured = useRef<Measured>(null);
  measured.current ??= startMeasuring();
  const [, drawAgain] = useState({});
  const { heights } = measured.current;
  const [pages, held] = [list.pages.value, list.held.value];
  const items = itemsOf({ pages, held, heights });
  const drawn = useRef(items);
  drawn.current = items;
  const wish = focusWish.value;
  const kept = [selectedId.value, wish && "id" in wish ? wish.id : null];

  const survey = useRef(() => {});
  survey.current = () => {
    const box = scroller.current;
    if (!box) return;
    measured.current?.measure(box, drawn.current);
    // As they are now: a page that came since this was drawn must not be let go unseen.
    const pages = list.pages.peek();
    const { wanted, end } = pagesNear({ box, pages, held: list.held.peek(), heights });
    const also = pages.filter(({ ids }) => kept.some((id) => id !== null && ids.includes(id)));
    list.hold([...new Set([...wanted, ...also])]);
    if (list.hasMore.peek() && end < box.scrollTop + box.clientHeight + AHEAD) void list.loadMore();
  };

  const measureAnew = () => {
    measured.current?.forget();
    if (scroller.current) measured.current?.measure(scroller.current, drawn.current);
    drawAgain({});
  };
  const changeWidth = useSteadyTop(scroller, reader.appearance.value.density, {
    measureAnew,
    settle: () => survey.current(),
  });
  useEffect(() => survey.current(), [pages, held, ...kept]);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const stops = [listen(box, () => survey.current()), followWidth(box, changeWidth)];
    return () => stops.forEach((stop) => stop());
  }, []);
  return items;
}

type Near = { box: HTMLElement; pages: readonly ListPage[]; held: ReadonlyMap<ListPage, unknown>; heights: Heights };

function pagesNear({ box, pages, held, heights }: Near): { wanted: ListPage[]; end: number } {
  const [start, stop] = [box.scrollTop, box.scrollTop + box.clientHeight];
  const wanted: ListPage[] = [];
  let top = 0;
  for (const page of pages) {
    const bottom = top + heights.ofPage(page);
    const margin = held.has(page) ? BEHIND : AHEAD;
    if (top < stop + margin && bottom > start - margin) wanted.push(page);
    top = bottom;
  }
  return { wanted, end: top };
}

type Measured = {
  heights: Heights;
  /** Looks at what is drawn. */
  measure: (box: HTMLElement, items: ListItem[]) => void;
  /** Another width makes other heights. */
  forget: () => void;
};

/** Before anything is drawn. */
const USUAL_ROW = 104;
const USUAL_DAY = 34;

function startMeasuring(): Measured {
  let known = new WeakMap<ListPage, number>();
  /** Of pages that were never drawn. It stays what it was, or all that stands below would move with each guess. */
  let guessed = new WeakMap<ListPage, number>();
  let row = USUAL_ROW;
  let day = USUAL_DAY;

  function measure(box: HTMLElement, items: ListItem[]): void {
    const drawn = [...(box.querySelector("ul")?.children ?? [])];
    // Otherwise what is drawn is about to change.
    if (drawn.length !== items.length) return;
    const header = items.findIndex(({ kind }) => kind === "day");
    day = drawn[header]?.getBoundingClientRect().height ?? day;
    for (const [first, last] of stretches(items)) {
      const [begin, end] = [drawn[first]?.getBoundingClientRect().top, drawn[last]?.getBoundingClientRect().bottom];
      const item = items[first];
      if (begin === undefined || end === undefined || item?.kind !== "row") continue;
      // A header may be stuck elsewhere; it is as high as any.
      known.set(item.page, end - begin + (items[first - 1]?.kind === "day" ? day : 0));
      row = (end - begin) / (last - first + 1);
    }
  }

  function guess(page: ListPage): number {
    const height = guessed.get(page) ?? page.ids.length * row;
    guessed.set(page, height);
    return height;
  }

  return {
    heights: { ofPage: (page) => known.get(page) ?? guess(page), ofDay: () => day },
    measure,
    forget: () => {
      known = new WeakMap();
      guessed = new WeakMap();
    },
  };
}

/** Where the rows of each page begin and end. */
function stretches(items: ListItem[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  let page: ListPage | null = null;
  for (const [i, item] of items.entries()) {
    if (item.kind !== "row") continue;
    const last = found.at(-1);
    if (last && item.page === page) last[1] = i;
    else found.push([i, i]);
    page = item.page;
  }
  return found;
}

function listen(box: HTMLElement, survey: () => void): () => void {
  box.addEventListener("scroll", survey, { passive: true });
  const watching = new ResizeObserver(survey);
  watching.observe(box);
  return () => {
    box.removeEventListener("scroll", survey);
    watching.disconnect();
  };
}

function followWidth(box: HTMLElement, change: () => void): () => void {
  let width = box.clientWidth;
  const watching = new ResizeObserver(() => {
    if (box.clientWidth === width) return;
    width = box.clientWidth;
    change();
  });
  watching.observe(box);
  return () => watching.disconnect();
}
