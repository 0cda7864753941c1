import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";

/** A database as a released version left it: its stores, indexes and rows, in the words of IndexedDB. */
export type FrozenDatabase = { version: number; stores: FrozenStore[] };

type FrozenStore = {
  name: string;
  keyPath: string;
  autoIncrement: boolean;
  indexes: { name: string; keyPath: string | string[]; multiEntry: boolean; unique: boolean }[];
  rows: Record<string, unknown>[];
};

export function readFrozen(name: string): FrozenDatabase {
  const text = readFileSync(new URL(`../fixtures/databases/${name}.json`, import.meta.url), "utf8");
  // The files are written once, in this form, and never edited.
  return JSON.parse(text, revived) as FrozenDatabase;
}

/** Makes the database anew under this name, past our own code. */
export function thaw({ version, stores }: FrozenDatabase, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      for (const { name: storeName, keyPath, autoIncrement, indexes, rows } of stores) {
        const store = request.result.createObjectStore(storeName, { keyPath, autoIncrement });
        for (const { name: index, keyPath: path, ...options } of indexes) store.createIndex(index, path, options);
        for (const row of rows) store.put(row);
      }
    };
    request.onsuccess = () => resolve(request.result.close());
  });
}

/**
 * What JSON has no form for stands as `{ blob: type, base64 }`, `{ array: name, base64 }` or `{ number: "-Infinity" }`.
 */
function revived(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("number" in value) return Number(value.number);
  if (!("base64" in value)) return value;
  const bytes = new Uint8Array(Buffer.from(String(value.base64), "base64"));
  if ("blob" in value) return new Blob([bytes], { type: String(value.blob) });
  return "array" in value && value.array === "Uint32Array" ? new Uint32Array(bytes.buffer) : bytes;
}
