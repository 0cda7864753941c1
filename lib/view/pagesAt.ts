import { idsBefore } from "../db/lists.ts";
import type { Cursor } from "../db/articles.ts";
import type { Db } from "../db/schema.ts";
import type { Article } from "../model.ts";
import { openPage, rowsOf, type HeldPage, type ListPage, type PagePlace } from "./listPages.ts";
import { PAGE_ROWS } from "./pageRows.ts";

export type OpenedPages = { before: ListPage[]; page: ListPage; held: HeldPage };

/**
 * A list as far as a place in it: what stands before by its ids alone, and the page that begins there. Null where that
 * would be the first page.
 */
export async function openPagesAt(
  db: Db,
  { filter, throughId }: Omit<PagePlace, "after">,
  at: Cursor,
): Promise<OpenedPages | null> {
  const ids = (await idsBefore(db, filter, at)).filter((id) => id <= throughId);
  if (ids.length < PAGE_ROWS) return null;
  const pages = Array.from({ length: Math.ceil(ids.length / PAGE_ROWS) }, (_, i) =>
    ids.slice(i * PAGE_ROWS, (i + 1) * PAGE_ROWS),
  );
  const lasts = await rowsOf(db, { ids: pages.flatMap((page) => page.at(-1) ?? []) });
  // The article at the place belongs to the page.
  const opened = await openPage(db, { filter, throughId, after: { sortAt: at.sortAt, id: at.id + 1 } });
  return { before: pages.map((page, i) => ({ ids: page, last: cursorOf(lasts[i]), isEnd: false })), ...opened };
}

const cursorOf = (row: Article | undefined): Cursor | null => (row ? { sortAt: row.sortAt, id: row.id } : null);
