import type { Article, Feed, Tombstone } from "../../lib/model.ts";
import type { Evaluate } from "./browser.ts";

/**
 * What a store says at one moment, as lines that two stores share if they hold the same: articles with their flags, lists
 * and texts, counters, what is known of feeds, and the dead. Left out is what two runs cannot have in common: numbers that
 * are given (of articles, texts, tombstones), moments (of arrival, of fetches, when validators came, when an article was
 * seen to have changed or to be listed still, the next visit, which chance is in), and what follows from how often one was
 * stopped: the requests made, the tries of pictures, and how the index is cut into segments.
 */
export async function readStoreState(evaluate: Evaluate): Promise<{ etag: string | null; lines: string[] }> {
  // The page's code says in JSON what the type says here.
  const rows = JSON.parse(await evaluate(readInPage)) as Rows;
  const texts = new Map(rows.texts.map(({ id, texts }) => [id, texts]));
  return {
    etag: rows.feeds.find(({ id }) => id === "home")?.validators.etag ?? null,
    lines: [
      ...rows.articles.map((article) => `article ${lineOf(article, texts)}`),
      ...rows.counters.map(({ scope, count }) => `counter ${scope}: ${count}`),
      ...rows.feeds.map((feed) => `feed ${JSON.stringify(lasting(feed))}`),
      ...rows.tombstones.map(({ id: _, seenAt: __, ...stone }) => `tombstone ${JSON.stringify(stone)}`),
    ].sort(),
  };
}

type Rows = {
  articles: Article[];
  counters: { scope: string; count: number }[];
  feeds: Feed[];
  tombstones: Tombstone[];
  /** Each text as its length and a sum of its letters. */
  texts: { id: number; texts: (string | null)[] }[];
};

function lineOf(article: Article, texts: ReadonlyMap<number, (string | null)[]>): string {
  const { id: _, arrivedAt: __, body, places, revisedAt, ...said } = article;
  const text = body && (texts.get(body.chunk)?.[body.slot] ?? "not where it should be");
  const scopes = places.map(([scope]) => scope).sort();
  return JSON.stringify({ ...said, text, scopes, isRevised: revisedAt !== undefined });
}

function lasting({ addedAt: _, nextFetchAt: __, lastTriedAt: ___, lastFetchedAt: ____, ...feed }: Feed) {
  const { storedAt, ...validators } = feed.validators;
  return { ...feed, validators };
}

/** Runs in a page of the extension, past its own code: one transaction, so that all is of the same moment. */
async function readInPage(): Promise<string> {
  type Chunk = { id: number; bodies: ({ source: string } | null)[] };
  const opened = indexedDB.open("foldline");
  await new Promise((resolve) => (opened.onsuccess = resolve));
  const names = ["articles", "counters", "feeds", "tombstones", "bodies"];
  const reading = opened.result.transaction(names);
  const all = (name: string) =>
    new Promise<unknown[]>((resolve, reject) => {
      const asked = reading.objectStore(name).getAll();
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  const [articles, counters, feeds, tombstones, bodies] = await Promise.all(names.map(all));
  opened.result.close();
  const inShort = (text: string) => {
    let sum = 0;
    for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0;
    return `${text.length} ${sum}`;
  };
  // What lib/db writes there.
  const texts = (bodies as Chunk[]).map(({ id, bodies }) => ({
    id,
    texts: bodies.map((body) => body && inShort(body.source)),
  }));
  return JSON.stringify({ articles, counters, feeds, tombstones, texts });
}
