import { effect, signal, type ReadonlySignal } from "@preact/signals";
import { listPage } from "../db/articles.ts";
import type { Db } from "../db/schema.ts";
import type { Article } from "../model.ts";
import type { List, Shown } from "./list.ts";
import { watch } from "./live.ts";

/** The unread article after the open one in what the list shows; after the last one, the first of all. */
export function watchNextUnread(
  db: Db,
  list: List,
  open: ReadonlySignal<Article | null>,
): ReadonlySignal<Article | null> {
  const next = signal<Article | null>(null);
  effect(() => {
    const [article, shown] = [open.value, list.shown.value];
    next.value = null;
    if (!article || !shown) return;
    return watch(
      () => findNext(db, shown, article),
      (found) => void (next.value = found),
    );
  });
  return next;
}

/** Some rows may be arrivals that are not shown yet, so a handful is read. */
const ENOUGH = 20;

async function findNext(db: Db, shown: Shown, article: Article): Promise<Article | null> {
  const unread = { ...shown.filter, view: "unread" } as const;
  const isNext = (row: Article) => row.id <= shown.throughId && row.id !== article.id;
  const after = (await listPage(db, unread, article, ENOUGH)).find(isNext);
  return after ?? (await listPage(db, unread, null, ENOUGH)).find(isNext) ?? null;
}
