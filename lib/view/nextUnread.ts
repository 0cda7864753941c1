import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import { listPage, type Cursor } from "../db/articles.ts";
import type { Db } from "../db/schema.ts";
import type { Article, Filter } from "../model.ts";
import type { List, Shown } from "./list.ts";
import { watch } from "./live.ts";

/** The unread article after the open one in what the list shows; after the last one, the first of all. */
export function watchNextUnread(
  db: Db,
  list: List,
  open: ReadonlySignal<Article | null>,
): ReadonlySignal<Article | null> {
  const next = signal<Article | null>(null);
  // The row itself changes with its flags; its place in the list does not.
  const openId = computed(() => open.value?.id);
  effect(() => {
    void openId.value;
    const [article, shown] = [open.peek(), list.shown.value];
    if (!article || !shown) return void (next.value = null);
    // The one before stays until this one is known: without it the text would move under the reader's eyes.
    return watch(
      () => findNext(db, shown, article),
      (found) => void (next.value = found),
    );
  });
  return next;
}

/** Some rows may be arrivals that are not shown yet, so a handful is read. */
const ENOUGH = 20;
/** Only a flood of arrivals takes more than one page; where even this many bring nothing, the list is out of date. */
const MOST_PAGES = 50;

async function findNext(db: Db, shown: Shown, article: Article): Promise<Article | null> {
  const isNext = (row: Article) => row.id <= shown.throughId && row.id !== article.id;
  const unread: Unread = { filter: { ...shown.filter, view: "unread" }, isNext };
  return (await firstAfter(db, unread, article)) ?? (await firstAfter(db, unread, null));
}

type Unread = { filter: Filter; isNext: (row: Article) => boolean };

async function firstAfter(db: Db, { filter, isNext }: Unread, start: Cursor | null): Promise<Article | null> {
  let after = start;
  for (let page = 0; page < MOST_PAGES; page++) {
    const rows = await listPage(db, filter, after, ENOUGH);
    const found = rows.find(isNext);
    if (found || rows.length < ENOUGH) return found ?? null;
    after = rows.at(-1) ?? null;
  }
  return null;
}
