import { effect, type ReadonlySignal } from "@preact/signals";
import type { OpenedHow } from "./moving.ts";

/** Shown for this long counts as read. */
const SHOWN_MS = 1500;

type Marked = {
  openId: ReadonlySignal<number | null>;
  openedHow: ReadonlySignal<OpenedHow>;
  hasScrolled: () => boolean;
  /** "Keep unread" was pressed. */
  isPinned: () => boolean;
  /** Forgets both, and what else is of one article. */
  startOver: () => void;
  markRead: (id: number) => Promise<void>;
};

/** Marks the open article read once somebody can be taken to have read it. */
export function markWhenShown({ openId, openedHow, hasScrolled, isPinned, startOver, markRead }: Marked): void {
  const chosen = new Set<number>();
  // Beside the list an article is leafed to before it is chosen, and stays open in between.
  effect(() => void (openedHow.value === "chosen" && openId.value !== null && chosen.add(openId.value)));
  effect(() => {
    const id = openId.value;
    // Here and nowhere sooner: the article before has just been judged by them.
    startOver();
    if (id === null) return;
    const mark = () => void (isPinned() || markRead(id));
    const stop = afterShown(SHOWN_MS, mark);
    return () => {
      stop();
      // Leafed past it was only seen; chosen and scrolled it was read, however soon it was left.
      if (chosen.delete(id) && hasScrolled()) mark();
    };
  });
}

/** Runs `act` when the page has been in view for `ms`: a tab opened behind has shown nothing to anybody. */
function afterShown(ms: number, act: () => void): () => void {
  const stopped = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const start = () => {
    clearTimeout(timer);
    if (document.visibilityState === "visible") timer = setTimeout(act, ms);
  };
  document.addEventListener("visibilitychange", start, { signal: stopped.signal });
  start();
  return () => {
    stopped.abort();
    clearTimeout(timer);
  };
}
