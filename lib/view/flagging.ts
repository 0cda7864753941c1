import { flipFlag, getArticles, setFlags } from "../db/articles.ts";
import { markAllRead, markReadBetween } from "../db/marking.ts";
import type { Db } from "../db/schema.ts";
import type { Article, Flags } from "../model.ts";
import { endOfDay } from "./dates.ts";
import type { List } from "./list.ts";
import type { Undoing } from "./undoing.ts";

export type Flagging = {
  toggleUnread: (article: Article) => void;
  toggleStar: (article: Article) => void;
  toggleLater: (article: Article) => void;
  markRead: (id: number) => Promise<void>;
  markUnread: (id: number) => Promise<void>;
  /** What was scrolled past, at once. */
  markPassed: (ids: number[]) => Promise<void>;
  /** Marks what the list shows, and nothing that waits behind the pill. */
  markAll: () => Promise<void>;
  markDay: (day: number) => Promise<void>;
};

/** What the reader does to articles: rows are written, and every open page sees it. */
export function createFlagging(db: Db, list: List, { tell, settled }: Pick<Undoing, "tell" | "settled">): Flagging {
  const tellMarked = (count: number) => tell(count > 0 ? { kind: "marked", count } : null);

  async function markAll(): Promise<void> {
    await settled();
    const shown = list.shown.peek();
    if (!shown) return;
    tellMarked(await markAllRead(db, shown.filter, shown.throughId));
    if (shown.filter.view === "unread") await list.reload();
  }

  async function markDay(day: number): Promise<void> {
    await settled();
    const shown = list.shown.peek();
    if (!shown) return;
    tellMarked(await markReadBetween(db, shown, [day, endOfDay(day)]));
  }

  async function markPassed(ids: number[]): Promise<void> {
    const rows = await getArticles(db, ids);
    await setFlags(
      db,
      rows.flatMap((row) => (row?.unread ? row.id : [])),
      { unread: 0 },
    );
  }

  const flip = (flag: keyof Flags) => (article: Article) => void flipFlag(db, article.id, flag);
  return {
    toggleUnread: flip("unread"),
    toggleStar: flip("starred"),
    toggleLater: flip("later"),
    markRead: (id) => markPassed([id]),
    markPassed,
    markUnread: (id) => setFlags(db, [id], { unread: 1 }),
    markAll,
    markDay,
  };
}
