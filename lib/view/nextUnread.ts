import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import { nearestIn } from "../db/lists.ts";
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

async function findNext(db: Db, { filter, throughId }: Shown, article: Article): Promise<Article | null> {
  const unread = { filter: { ...filter, view: "unread" }, by: 1, throughId } as const;
  const after = await nearestIn(db, { ...unread, from: article });
  if (after) return after;
  const first = await nearestIn(db, { ...unread, from: null });
  return first?.id === article.id ? null : first;
}
