import { readFileSync } from "node:fs";
import type { Evaluate } from "./browser.ts";

/** Of each store the rows by key: a sum of all that they say, of pictures with their sizes. */
export type RowSums = Record<string, Record<string, string>>;

/**
 * Writes a released database, with each article many times over, until it has so many: the same ones at every run. All of
 * them are still to be indexed, as after an upgrade. Runs in a page of the extension, before the product has opened it.
 */
export async function writeLarge(evaluate: Evaluate, version: number, leastArticles: number): Promise<void> {
  const json = readFileSync(new URL(`../fixtures/databases/v${version}.json`, import.meta.url), "utf8");
  await evaluate(writeInPage, json, leastArticles);
}

export async function sumRows(evaluate: Evaluate): Promise<RowSums> {
  // The page's code says in JSON what the type says here.
  return JSON.parse(await evaluate(sumInPage)) as RowSums;
}

async function writeInPage(json: string, leastArticles: number): Promise<void> {
  type Row = Record<string, unknown>;
  type Store = {
    name: string;
    keyPath: string;
    autoIncrement: boolean;
    indexes: { name: string; keyPath: string | string[]; multiEntry: boolean; unique: boolean }[];
    rows: Row[];
  };
  type Article = Row & {
    id: number;
    keys: string[];
    title: string;
    sortAt: number;
    places: [scope: string, sortAt: number, id: number][];
    body: { chunk: number; slot: number } | null;
  };
  const { version, stores } = JSON.parse(json, (_key, value) => {
    if (typeof value !== "object" || value === null) return value;
    if ("number" in value) return Number(value.number);
    if (!("base64" in value)) return value;
    const bytes = Uint8Array.from(atob(value.base64), (letter) => letter.charCodeAt(0));
    if ("blob" in value) return new Blob([bytes], { type: value.blob });
    return value.array === "Uint32Array" ? new Uint32Array(bytes.buffer) : bytes;
  }) as { version: number; stores: Store[] };
  const rowsOf = (name: string): Row[] => stores.find((store) => store.name === name)?.rows ?? [];
  // The fixtures hold what the versions stored.
  const articles = rowsOf("articles") as Article[];
  const chunks = rowsOf("bodies") as (Row & { id: number })[];
  const stones = rowsOf("tombstones") as (Row & { id: number; keys: string[] })[];
  const greatest = (rows: { id: number }[]) => Math.max(0, ...rows.map(({ id }) => id));
  const [ids, chunkIds, stoneIds] = [greatest(articles), greatest(chunks), greatest(stones)];
  const copies = Math.ceil(leastArticles / articles.length);
  const copyOf = (article: Article, n: number): Article => {
    const [id, sortAt] = [article.id + n * ids, article.sortAt - n * 60_000];
    return {
      ...article,
      id,
      sortAt,
      title: n === 0 ? article.title : `${article.title} ${n}`,
      keys: n === 0 ? article.keys : article.keys.map((key) => `${key}~${n}`),
      places: article.places.map(([scope]) => [scope, sortAt, id]),
      body: article.body && { ...article.body, chunk: article.body.chunk + n * chunkIds },
    };
  };
  const large: Record<string, (n: number) => Row[]> = {
    articles: (n) => articles.map((article) => copyOf(article, n)),
    bodies: (n) => chunks.map((chunk) => ({ ...chunk, id: chunk.id + n * chunkIds })),
    tombstones: (n) =>
      n === 0
        ? stones
        : stones.map((stone) => ({
            ...stone,
            id: stone.id + n * stoneIds,
            keys: stone.keys.map((key) => `${key}${n}`),
          })),
  };
  const next = copies * ids + 1;
  const numbered = new Map<string, unknown>([
    ["nextArticleId", next],
    ...(version < 30
      ? []
      : ([
          ["nextChunkId", copies * chunkIds + 1],
          ["indexing", { below: next, of: next, replaces: null }],
        ] as [string, unknown][])),
  ]);
  const others: Record<string, () => Row[]> = {
    // A source that does not say how many articles it lists loses none to their age.
    feeds: () => rowsOf("feeds").map(({ listed: _, ...feed }) => feed),
    counters: () => rowsOf("counters").map((row) => ({ ...row, count: Number(row["count"]) * copies })),
    state: () => [
      ...rowsOf("state").filter((row) => !numbered.has(String(row["key"]))),
      ...[...numbered].map(([key, value]) => ({ key, value })),
    ],
  };

  const request = indexedDB.open("foldline", version);
  request.onupgradeneeded = () => {
    for (const { name, keyPath, autoIncrement, indexes, rows } of stores) {
      const store = request.result.createObjectStore(name, { keyPath, autoIncrement });
      for (const { name: index, keyPath: path, ...options } of indexes) store.createIndex(index, path, options);
      if (!large[name]) for (const row of others[name]?.() ?? rows) store.put(row);
    }
  };
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
  const db = request.result;
  const enlarged = Object.keys(large).filter((name) => db.objectStoreNames.contains(name));
  const AT_ONCE = 100;
  for (let from = 0; from < copies; from += AT_ONCE) {
    const writing = db.transaction(enlarged, "readwrite");
    for (let n = from; n < Math.min(copies, from + AT_ONCE); n++) {
      for (const name of enlarged) for (const row of large[name]?.(n) ?? []) writing.objectStore(name).put(row);
    }
    await new Promise<void>((resolve, reject) => {
      writing.oncomplete = () => resolve();
      writing.onabort = () => reject(writing.error);
    });
  }
  db.close();
}

async function sumInPage(): Promise<string> {
  const opened = indexedDB.open("foldline");
  await new Promise((resolve) => (opened.onsuccess = resolve));
  const db = opened.result;
  const names = [...db.objectStoreNames];
  const reading = db.transaction(names);
  const ended = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const sizes = (_key: string, value: unknown) => (value instanceof Blob ? `${value.type} ${value.size}` : value);
  const sumOf = (row: unknown): string => {
    const text = JSON.stringify(row, sizes);
    let [a, b] = [0, 0];
    for (let i = 0; i < text.length; i++) {
      a = (Math.imul(a, 31) + text.charCodeAt(i)) | 0;
      b = (Math.imul(b, 37) + text.charCodeAt(i)) | 0;
    }
    return `${a} ${b}`;
  };
  const sums: Record<string, Record<string, string>> = {};
  for (const name of names) {
    const store = reading.objectStore(name);
    const [keys, rows] = await Promise.all([ended(store.getAllKeys()), ended(store.getAll())]);
    sums[name] = Object.fromEntries(keys.map((key, i) => [JSON.stringify(key), sumOf(rows[i])]));
  }
  db.close();
  return JSON.stringify(sums);
}
