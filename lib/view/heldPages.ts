import { batch, signal, type ReadonlySignal } from "@preact/signals";
import type { Db } from "../db/schema.ts";
import { reopenPage, type HeldPage, type ListPage } from "./listPages.ts";

type Opened = { page: ListPage; held: HeldPage };

export type HeldPages = {
  pages: ReadonlySignal<readonly ListPage[]>;
  held: ReadonlySignal<ReadonlyMap<ListPage, HeldPage>>;
  /** Reads those pages again that were let go, and lets all others go: rows, queries and pictures. */
  hold: (wanted: readonly ListPage[]) => void;
  /** Begins anew with this page, and with those before it that are not held. */
  begin: (first: Opened, before: readonly ListPage[]) => void;
  append: (next: Opened) => void;
};

/** All pages of a list, few of them in memory. */
export function openHeldPages(db: Db): HeldPages {
  const pages = signal<readonly ListPage[]>([]);
  const held = signal<ReadonlyMap<ListPage, HeldPage>>(new Map());
  let wanted: ReadonlySet<ListPage> = new Set();
  const coming = new Set<ListPage>();

  function hold(given: readonly ListPage[]): void {
    wanted = new Set(given);
    keepOnly(wanted);
    for (const page of given) if (!held.peek().has(page) && !coming.has(page)) void bringBack(page);
  }

  function keepOnly(kept: ReadonlySet<ListPage>): void {
    const gone = [...held.peek()].filter(([page]) => !kept.has(page));
    if (gone.length === 0) return;
    held.value = new Map([...held.peek()].filter(([page]) => kept.has(page)));
    for (const [, { stop }] of gone) stop();
  }

  async function bringBack(page: ListPage): Promise<void> {
    coming.add(page);
    const back = await reopenPage(db, page);
    coming.delete(page);
    if (!wanted.has(page)) return back.stop();
    held.value = new Map([...held.peek(), [page, back]]);
  }

  function begin(first: Opened, before: readonly ListPage[]): void {
    batch(() => {
      pages.value = before;
      wanted = new Set();
      keepOnly(wanted);
      append(first);
    });
  }

  function append({ page, held: next }: Opened): void {
    wanted = new Set([...wanted, page]);
    batch(() => {
      pages.value = [...pages.peek(), page];
      held.value = new Map([...held.peek(), [page, next]]);
    });
  }

  return { pages, held, hold, begin, append };
}
