import sqlite3InitModule from "@sqlite.org/sqlite-wasm";
import MiniSearch from "minisearch";
import { makeDocuments, type SearchDocument } from "./searchDocuments.ts";
import type { SeedPlan } from "./seed.ts";

/** What runs in a worker of a page: the engines that the product's search is measured beside. */
export type PeersBench = typeof peersBench;

type Sqlite = Awaited<ReturnType<typeof openSqlite>>;

let documents: SearchDocument[] = [];
let sqlite: Sqlite | null = null;
let mini: MiniSearch<SearchDocument> | null = null;

const peersBench = {
  load: (plan: SeedPlan, most: number): number => {
    documents = makeDocuments(plan, most);
    return documents.length;
  },

  /** Milliseconds to index the newest `count` documents, in transactions of 200. */
  buildFts: async (count: number): Promise<number> => {
    sqlite ??= await openSqlite();
    sqlite.exec("DROP TABLE IF EXISTS docs");
    const start = performance.now();
    sqlite.exec(
      "CREATE VIRTUAL TABLE docs USING fts5(title, summary, tags, text, tokenize = 'unicode61 remove_diacritics 2')",
    );
    const chosen = documents.slice(-count);
    for (let at = 0; at < chosen.length; at += 200) insert(sqlite, chosen.slice(at, at + 200));
    return performance.now() - start;
  },

  /** Milliseconds until the newest fifty are there, and how many they are. */
  searchFts: async (match: string): Promise<{ ms: number; found: number }> => {
    sqlite ??= await openSqlite();
    const start = performance.now();
    const rows = sqlite.selectArrays(
      "SELECT rowid, title, summary FROM docs WHERE docs MATCH ? ORDER BY rowid DESC LIMIT 50",
      [match],
    );
    return { ms: performance.now() - start, found: rows.length };
  },

  /** Titles, summaries and tags alone: whole texts do not fit into its memory. */
  buildMini: (): number => {
    const start = performance.now();
    mini = new MiniSearch<SearchDocument>({ fields: ["title", "summary", "tags"], storeFields: ["title"] });
    mini.addAll(documents);
    return performance.now() - start;
  },
  searchMini: (text: string): number => {
    const start = performance.now();
    mini?.search(text, { prefix: !text.endsWith(" "), combineWith: "AND" }).slice(0, 50);
    return performance.now() - start;
  },
  /** Milliseconds from its JSON to an index that answers. */
  openMini: (): number => {
    const json = JSON.stringify(mini);
    const start = performance.now();
    MiniSearch.loadJSON(json, { fields: ["title", "summary", "tags"], storeFields: ["title"] });
    return performance.now() - start;
  },
  drop: (): void => {
    documents = [];
    mini = null;
  },
};

async function openSqlite() {
  const module = await sqlite3InitModule();
  const pool = await module.installOpfsSAHPoolVfs({ initialCapacity: 6 });
  return new pool.OpfsSAHPoolDb("/peers.db");
}

function insert(database: Sqlite, rows: SearchDocument[]): void {
  database.exec("BEGIN");
  const statement = database.prepare("INSERT INTO docs(rowid, title, summary, tags, text) VALUES (?, ?, ?, ?, ?)");
  for (const { id, title, summary, tags, text } of rows) {
    statement.bind([id, title, summary, tags, text]).stepReset();
  }
  statement.finalize();
  database.exec("COMMIT");
}

Object.assign(self, { peersBench });
self.postMessage("ready");
