import { picturesIn } from "../feed/picturesIn.ts";
import type { Article, Feed, StoredImage } from "../model.ts";
import { getBodies } from "./bodies.ts";
import type { Db } from "./schema.ts";
import { clearState, readState, writeState } from "./state.ts";
import { queueTextsOf } from "./unillustrated.ts";

/** A first load may hold thousands of articles; nobody is asked for thousands of pictures at once. */
const HEROES_AT_ONCE = 100;
const TEXTS_AT_ONCE = 20;

/** Queues the pictures of the newest, and notes which pictures several articles show. Inside the articles' transaction. */
export async function queueImages(db: Db, articles: Article[]): Promise<void> {
  if (articles.length === 0) return;
  const newest = articles.toSorted((a, b) => b.sortAt - a.sortAt);
  const feeds = await feedsOf(db, newest);
  const heroes = newest.map((article) => ({ article, urls: heroUrls(article, feeds) }));
  await Promise.all([
    queue(db, heroes, { most: HEROES_AT_ONCE }),
    queueTextsOf(
      db,
      newest.slice(0, TEXTS_AT_ONCE).map(({ id }) => id),
    ),
  ]);
}

/** Looks up which pictures are in the texts that wait for it, and queues them. */
export async function queueTextPictures(db: Db): Promise<void> {
  while (await queueSome(db));
}

function queueSome(db: Db): Promise<boolean> {
  return db.transaction("rw", [db.state, db.articles, db.bodies, db.feeds, db.images], async () => {
    const waiting = (await readState(db, "unillustrated")) ?? [];
    const rest = waiting.slice(TEXTS_AT_ONCE);
    const articles = await db.articles.bulkGet(waiting.slice(0, TEXTS_AT_ONCE));
    await queueAllOf(
      db,
      articles.filter((article) => article !== undefined),
    );
    if (rest.length > 0) await writeState(db, "unillustrated", rest);
    else if (waiting.length > 0) await clearState(db, "unillustrated");
    return rest.length > 0;
  });
}

/** A text may hold hundreds of signs and smileys. */
const MOST_OF_ONE = 50;

/** Above the text and in it, as the source's wish is. Inside a transaction over articles, texts, feeds and pictures. */
export async function queueAllOf(db: Db, articles: Article[], manner: Partial<Manner> = {}): Promise<void> {
  const [feeds, bodies] = await Promise.all([feedsOf(db, articles), getBodies(db, articles)]);
  const asked = articles.map((article, i) => {
    const body = feeds.get(article.feedId)?.pictures === undefined ? bodies[i] : null;
    const inText = body ? picturesIn(body).map(({ url }) => url) : [];
    return { article, urls: [...new Set([...heroUrls(article, feeds), ...inText])].slice(0, MOST_OF_ONE) };
  });
  await queue(db, asked, { most: Infinity, ...manner });
}

type Feeds = ReadonlyMap<string, Feed>;

async function feedsOf(db: Db, articles: Article[]): Promise<Feeds> {
  const feeds = await db.feeds.bulkGet([...new Set(articles.map(({ feedId }) => feedId))]);
  return new Map(feeds.flatMap((feed) => (feed ? [[feed.id, feed]] : [])));
}

const heroUrls = ({ feedId, hero }: Article, feeds: Feeds): string[] =>
  hero && feeds.get(feedId)?.pictures !== "none" ? [hero.url] : [];

type Asked = { article: Article; urls: string[] };

/** `isAgain`: those too that could not be had, or that made way for others. */
type Manner = { most: number; isAgain?: boolean };

async function queue(db: Db, asked: Asked[], { most, isAgain = false }: Manner): Promise<void> {
  const askers = new Map<string, Article[]>();
  for (const { article, urls } of asked) {
    for (const url of urls) askers.set(url, [...(askers.get(url) ?? []), article]);
  }
  const urls = [...askers.keys()];
  const present = await db.images.bulkGet(urls);
  const missing = urls.slice(0, most).filter((_, i) => present[i] === undefined);
  await Promise.all([
    db.images.bulkPut(
      present.flatMap((image) => (image && askedAgain(image, askers.get(image.url) ?? [], isAgain)) ?? []),
    ),
    db.images.bulkAdd(missing.map((url) => wantedImage(url, askers.get(url) ?? []))),
  ]);
}

/** What becomes of a row that more articles ask for; undefined where it stays as it is. */
function askedAgain(image: StoredImage, askers: Article[], isAgain: boolean): StoredImage | undefined {
  const keeper = askers.find(({ starred, later }) => starred || later);
  const isShared = !image.isShared && askers.some(({ id }) => id !== image.articleId);
  const isLacking = (isAgain || keeper) && !image.wanted && !image.full && !image.sameAs;
  // Pictures of what is starred or kept for later stay: the row must say for whom.
  const isKept = keeper && image.articleId !== keeper.id;
  if (!isShared && !isLacking && !isKept) return undefined;
  return {
    ...image,
    ...(isShared && { isShared }),
    ...(isLacking && { wanted: 1, tries: 0 }),
    ...(isKept && { articleId: keeper.id }),
  };
}

function wantedImage(url: string, [first, ...others]: Article[]): StoredImage {
  return {
    url,
    feedId: first?.feedId ?? "",
    ...(first && { articleId: first.id }),
    ...(others.length > 0 && { isShared: true as const }),
    wanted: 1,
    tries: 0,
    full: null,
    thumb: null,
    width: 0,
    height: 0,
  };
}
