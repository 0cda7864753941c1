import type { Article, Feed, StoredImage, TagChoice, View } from "../model.ts";
import type { Choices } from "../tags/mapTags.ts";
import type { Counts } from "./counters.ts";
import { DATABASE } from "./layout.ts";
import type { Counter, StateRow } from "./schema.ts";
import type { RefreshRun } from "./state.ts";

/** What the popup shows before Dexie is loaded. */
export type FirstPaint = {
  articles: Article[];
  /** Of all articles and the unread ones, and of their tags. */
  counts: Counts;
  feeds: Feed[];
  /** What the reader made of tags. */
  choices: Choices;
  /** The pictures of `articles`, as far as they are here. */
  images: StoredImage[];
  run: RefreshRun | null;
  /** The newest article there was: later ids arrived while the list was being looked at. */
  newestId: number;
};

export type FirstPaintRequest = { scope: string; count: number; name?: string };

/**
 * Reads the newest articles of a scope and what a list needs beside them, in one transaction and without Dexie: loading
 * and parsing that takes longer than this whole read. Resolves to null when there is no readable store yet; the store
 * itself says why, once it is loaded.
 */
export async function readFirstPaint({ scope, count, name = DATABASE }: FirstPaintRequest): Promise<FirstPaint | null> {
  const database = await openPresent(name);
  if (!database) return null;
  try {
    return await readAll(database, { scope, count });
  } finally {
    database.close();
  }
}

const STORES = ["articles", "counters", "feeds", "images", "state"];

/** Opens the store at whatever version it has. Creating it is Dexie's work, so an absent one stays absent. */
function openPresent(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(null);
    request.onsuccess = () => {
      const database = request.result;
      // The background may be about to migrate: never be the one that it waits for.
      database.onversionchange = () => database.close();
      if (STORES.every((store) => database.objectStoreNames.contains(store))) return resolve(database);
      database.close();
      resolve(null);
    };
  });
}

async function readAll(database: IDBDatabase, { scope, count }: FirstPaintRequest): Promise<FirstPaint> {
  // Of version 4.
  const hasTags = database.objectStoreNames.contains("tags");
  const transaction = database.transaction(hasTags ? [...STORES, "tags"] : STORES, "readonly");
  // Asked all at once: they queue in the one transaction. The casts hold because only lib/db writes these stores.
  const newestRows = newest(transaction.objectStore("articles").index("places"), { scope, count });
  const [articles, images, all, unread, feeds, choices, run, nextId] = await Promise.all([
    newestRows,
    newestRows.then((rows) => imagesOf(transaction.objectStore("images"), rows)),
    countersOf(transaction.objectStore("counters"), "all"),
    countersOf(transaction.objectStore("counters"), "unread"),
    answerOf(transaction.objectStore("feeds").getAll() as IDBRequest<Feed[]>),
    hasTags ? answerOf(transaction.objectStore("tags").getAll() as IDBRequest<TagChoice[]>) : [],
    answerOf(transaction.objectStore("state").get("refreshRun") as IDBRequest<StateRow | undefined>),
    answerOf(transaction.objectStore("state").get("nextArticleId") as IDBRequest<StateRow | undefined>),
  ]);
  return {
    articles,
    counts: new Map([...all, ...unread].map((row) => [row.scope, row.count])),
    feeds,
    choices: new Map(choices.map((choice) => [choice.tag, choice])),
    images,
    // lib/db/state.ts ties each key to its shape.
    run: (run?.value as RefreshRun | undefined) ?? null,
    newestId: ((nextId?.value as number | undefined) ?? 1) - 1,
  };
}

function newest(places: IDBIndex, { scope, count }: FirstPaintRequest): Promise<Article[]> {
  // Arrays sort above numbers, so `[scope, []]` ends the scope.
  const query = IDBKeyRange.bound([scope], [scope, []]);
  return answerOf((places as unknown as PagedIndex).getAll({ query, count, direction: "prev" }));
}

/** A view's own counter and those of its tags, not the many of its feeds: a tag's scope goes on with ` #`. */
function countersOf(counters: IDBObjectStore, view: View): Promise<Counter[]> {
  return answerOf(counters.getAll(IDBKeyRange.bound(view, `${view} $`, false, true)) as IDBRequest<Counter[]>);
}

/** The TypeScript library does not know the options yet. */
type PagedIndex = Omit<IDBIndex, "getAll"> & {
  getAll(options: { query: IDBKeyRange; count: number; direction: IDBCursorDirection }): IDBRequest<Article[]>;
};

async function imagesOf(images: IDBObjectStore, articles: Article[]): Promise<StoredImage[]> {
  const urls = articles.flatMap((article) => article.hero?.url ?? []);
  // The cast holds for the reason given above: this store, too, is written by lib/db alone.
  const rows = await Promise.all(urls.map((url) => answerOf(images.get(url) as IDBRequest<StoredImage | undefined>)));
  return rows.filter((row) => row !== undefined);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
