import type { Reader } from "../lib/view/reader.ts";
import { topRowOf } from "./listTop.ts";

/** By what a person scrolls. The keys of the reader's own move the selection, and the list after it. */
const SCROLL_KEYS = new Set(["PageDown", "ArrowDown", " "]);
/** What a wheel or a finger set going ends later than the last event of theirs. */
const GOING_MS = 400;
/** In a long scroll, what has passed is marked from time to time. */
const MARK_MS = 1000;

/**
 * Marks read what a person scrolls past the upper edge of the list, each article once. Of what a jump leaves behind
 * nobody has seen a headline.
 */
export function markPassed(reader: Reader, box: HTMLElement, signal: AbortSignal): void {
  if (signal.aborted) return;
  const marked = new Set<number>();
  let passed: number[] = [];
  let going = -Infinity;
  let last = { top: box.scrollTop, position: positionOf(box) };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function mark(): void {
    clearTimeout(timer);
    timer = undefined;
    const fresh = passed.filter((id) => !marked.has(id));
    passed = [];
    for (const id of fresh) marked.add(id);
    if (fresh.length > 0) void reader.markPassed(fresh);
  }

  function note({ timeStamp }: Event): void {
    const now = { top: box.scrollTop, position: positionOf(box) };
    const isPersons = timeStamp - going < GOING_MS;
    // A scroll goes on as long as it does, once a person has begun it.
    if (isPersons) going = timeStamp;
    if (isPersons && now.position > last.position && now.top - last.top <= box.clientHeight) {
      passed.push(...idsBetween(reader, last.position, now.position));
      timer ??= setTimeout(mark, MARK_MS);
    }
    last = now;
  }

  const begin = ({ timeStamp }: Event) => void (going = timeStamp);
  const press = (event: KeyboardEvent) => void (SCROLL_KEYS.has(event.key) && !event.defaultPrevented && begin(event));
  box.addEventListener("scroll", note, { passive: true, signal });
  box.addEventListener("scrollend", mark, { signal });
  for (const kind of ["wheel", "touchmove"]) box.addEventListener(kind, begin, { passive: true, signal });
  addEventListener("keydown", press, { signal });
  signal.addEventListener("abort", mark);
}

/** Of the first row in sight, from 1; 0 where there is none. */
function positionOf(box: HTMLElement): number {
  const top = topRowOf(box);
  const row = top && box.querySelector(`[data-article="${top.id}"]`);
  return Number(row?.getAttribute("aria-posinset") ?? 0);
}

/** From the one position to before the other. */
function idsBetween({ list }: Reader, from: number, to: number): number[] {
  const ids: number[] = [];
  let position = 1;
  for (const page of list.pages.peek()) {
    if (from > 0) ids.push(...page.ids.slice(Math.max(0, from - position), Math.max(0, to - position)));
    position += page.ids.length;
  }
  return ids;
}
