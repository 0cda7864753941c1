import { getArticles, listPage, newestArticleId, setFlags } from "../db/articles.ts";
import { readChoices } from "../db/choices.ts";
import { readCounts } from "../db/counters.ts";
import { listFeeds } from "../db/feeds.ts";
import { arrivalsIn } from "../db/lists.ts";
import { getImages } from "../db/images.ts";
import { markAllRead } from "../db/marking.ts";
import type { Db } from "../db/schema.ts";
import { readState } from "../db/state.ts";
import { undoLast } from "../db/undo.ts";
import { watch } from "./live.ts";
import { readDisk } from "./disk.ts";
import { PAGE_ROWS } from "./pageRows.ts";
import { filterOf, type Listing, type PopupStore, type Shelf } from "./shelf.ts";

/** The part of the popup that needs Dexie. */
export function openPopupStore(db: Db): PopupStore {
  return {
    list: (tag) => list(db, tag),
    watch: (listing, show) => watch(() => readShelf(db, listing), show),
    setFlags: (id, change) => setFlags(db, [id], change),
    markAllRead: ({ tag, throughId }) => markAllRead(db, filterOf(tag), throughId),
    undo: () => undoLast(db),
  };
}

/** In one transaction: an article that arrives between the two reads would be neither listed nor waiting. */
function list(db: Db, tag: string | null): Promise<Listing> {
  return db.transaction("r", db.articles, db.state, async () => {
    const articles = await listPage(db, filterOf(tag), null, PAGE_ROWS);
    return { tag, ids: articles.map((article) => article.id), throughId: await newestArticleId(db) };
  });
}

async function readShelf(db: Db, listing: Listing): Promise<Shelf> {
  const { tag, ids, throughId } = listing;
  const rows = await getArticles(db, ids);
  const articles = rows.filter((article) => article !== undefined);
  const [arrivals, counts, feeds, choices, images, run, disk] = await Promise.all([
    arrivalsIn(db, filterOf(tag), { throughId, ids: [] }),
    readCounts(db),
    listFeeds(db),
    readChoices(db),
    getImages(
      db,
      articles.flatMap((article) => article.hero?.url ?? []),
    ),
    readState(db, "refreshRun"),
    readDisk(db),
  ]);
  return { listing, articles, arrivals: arrivals.ids.length, counts, feeds, choices, images, run: run ?? null, disk };
}
