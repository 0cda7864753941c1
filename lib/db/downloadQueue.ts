import { listPage } from "./articles.ts";
import { countWanted } from "./download.ts";
import { queueAllOf } from "./pictureQueue.ts";
import type { Db } from "./schema.ts";
import { readState, writeState } from "./state.ts";

/** Their pictures need more room than there is for pictures; older ones would take the place of newer ones. */
const MOST_ARTICLES = 1_000;
const PAGE = 20;

/** Queues what was wished for, the newest first, with what could not be had before. */
export async function queueUnread(db: Db): Promise<void> {
  while (await queuePage(db));
}

function queuePage(db: Db): Promise<boolean> {
  return db.transaction("rw", [db.state, db.articles, db.bodies, db.feeds, db.images], async () => {
    const download = await readState(db, "download");
    if (!download || download.total !== null) return false;
    const page = await listPage(db, { view: "unread", tag: null, feedId: null }, download.after, PAGE);
    await queueAllOf(db, page, { isAgain: true });
    const last = page.at(-1);
    const articles = download.articles + page.length;
    const isEnd = page.length < PAGE || articles >= MOST_ARTICLES;
    const after = last ? { sortAt: last.sortAt, id: last.id } : download.after;
    await writeState(db, "download", { ...download, after, articles, total: isEnd ? await countWanted(db) : null });
    return !isEnd;
  });
}
