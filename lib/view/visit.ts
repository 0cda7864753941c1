import { signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Flagging } from "./flagging.ts";
import { markWhenShown } from "./marking.ts";
import type { Moving, OpenedHow } from "./moving.ts";

/** What was done to the open article while it is open: it ends with the next one, or when this one is opened again. */
export type Visit = {
  /** Whether the popover for the text is open. */
  isTextOpen: Signal<boolean>;
  /** Set while words are looked for in the article, anew each time that it is asked for. */
  finding: Signal<object | null>;
  /** Whether an earlier version of the article is compared with it. */
  isComparing: Signal<boolean>;
  /** "Keep unread". */
  isPinned: ReadonlySignal<boolean>;
  togglePin: () => void;
  noteScroll: () => void;
  open: (id: number, how: OpenedHow) => void;
};

/** Marks what was read, too. */
export function createVisit(moving: Moving, { markRead, markUnread }: Flagging): Visit {
  const isPinned = signal(false);
  const isTextOpen = signal(false);
  const finding = signal<object | null>(null);
  const isComparing = signal(false);
  let hasScrolled = false;

  function startOver(): void {
    isPinned.value = false;
    isTextOpen.value = false;
    finding.value = null;
    isComparing.value = false;
    hasScrolled = false;
  }

  function togglePin(): void {
    const id = moving.openId.peek();
    if (id === null) return;
    isPinned.value = !isPinned.peek();
    void (isPinned.peek() ? markUnread(id) : markRead(id));
  }

  markWhenShown({
    openId: moving.openId,
    openedHow: moving.openedHow,
    hasScrolled: () => hasScrolled,
    isPinned: () => isPinned.peek(),
    startOver,
    markRead,
  });

  return {
    isTextOpen,
    finding,
    isComparing,
    isPinned,
    togglePin,
    noteScroll: () => void (hasScrolled = true),
    open: (id, how) => {
      moving.open(id, how);
      // The article may be the one that is open.
      startOver();
    },
  };
}
