import "fake-indexeddb/auto";

/** What a piece of work asked of IndexedDB; the records are by store. */
export type Counted = {
  transactions: number;
  /** Those of them that may write. */
  writing: number;
  requests: number;
  /** Rows that came back with their values: by get, getAll and cursors, through indexes too. */
  rows: Record<string, number>;
  /** Keys that came back without values, or were counted by the browser. */
  keys: Record<string, number>;
  puts: Record<string, number>;
  /** Requests to delete; one may delete a range. */
  deletes: Record<string, number>;
  /** `store.method` of each request for all there is in a range, however much that may be. */
  unbounded: string[];
};

/** Runs the work and counts, however it reaches the database. One at a time; what others do meanwhile is counted too. */
export async function counted(work: () => Promise<unknown>): Promise<Counted> {
  const count: Counting = {
    ...{ transactions: 0, writing: 0, requests: 0 },
    ...{ rows: {}, keys: {}, puts: {}, deletes: {}, unbounded: [] },
    known: new Set(),
  };
  const restore = [countRequests(IDBObjectStore, count), countRequests(IDBIndex, count)];
  try {
    await work();
  } finally {
    for (const undo of restore) undo();
  }
  const { known: _, ...result } = count;
  return result;
}

type Counting = Counted & { known: Set<IDBTransaction | null> };
type Method = (this: IDBObjectStore | IDBIndex, ...given: unknown[]) => IDBRequest;

const VALUES = ["get", "getAll", "getAllRecords", "openCursor"];
const KEYS = ["getKey", "getAllKeys", "openKeyCursor", "count"];
const PUTS = ["put", "add"];
const DELETES = ["delete", "clear"];

function countRequests({ prototype }: typeof IDBObjectStore | typeof IDBIndex, count: Counting): () => void {
  const undo = [...VALUES, ...KEYS, ...PUTS, ...DELETES].filter((name) => name in prototype).map(countMethod);
  return () => undo.forEach((each) => each());

  function countMethod(name: string): () => void {
    return replace(prototype, name, (original) => {
      // The prototypes of IndexedDB have methods under these names, and each of them makes a request.
      const method = original as Method;
      return function (this: IDBObjectStore | IDBIndex, ...given: unknown[]): IDBRequest {
        const request = method.apply(this, given);
        note(count, { store: "objectStore" in this ? this.objectStore.name : this.name, name, given, request });
        return request;
      };
    });
  }
}

type Asked = { store: string; name: string; given: unknown[]; request: IDBRequest };

function note(count: Counting, { store, name, given, request }: Asked): void {
  count.requests++;
  noteTransaction(count, request.transaction);
  if (PUTS.includes(name)) return add(count.puts, store, 1);
  if (DELETES.includes(name)) return add(count.deletes, store, 1);
  if (hasNoEnd(name, given)) count.unbounded.push(`${store}.${name}`);
  const found = VALUES.includes(name) ? count.rows : count.keys;
  // A cursor succeeds once per row.
  request.addEventListener("success", () => add(found, store, sizeOf(name, request.result)));
}

/** By their requests: Dexie keeps the browser's method for beginning one. */
function noteTransaction(count: Counting, transaction: IDBTransaction | null): void {
  if (count.known.has(transaction)) return;
  count.known.add(transaction);
  count.transactions++;
  if (transaction?.mode === "readwrite") count.writing++;
}

function hasNoEnd(name: string, [query, limit]: unknown[]): boolean {
  if (name === "count") return !isOneKey(query);
  const options = typeof query === "object" && query !== null && "count" in query ? query.count : undefined;
  return name.startsWith("getAll") && (limit ?? options) === undefined;
}

const isOneKey = (query: unknown): boolean =>
  query instanceof IDBKeyRange ? query.lower === query.upper : query !== undefined && query !== null;

function sizeOf(name: string, result: unknown): number {
  if (name === "count") return Number(result);
  if (Array.isArray(result) && name.startsWith("getAll")) return result.length;
  return result === undefined || result === null ? 0 : 1;
}

function replace(prototype: object, name: string, change: (original: unknown) => unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(prototype, name);
  Object.defineProperty(prototype, name, { ...before, value: change(before?.value) });
  return () => void Object.defineProperty(prototype, name, before ?? {});
}

function add(record: Record<string, number>, store: string, by: number): void {
  if (by > 0) record[store] = (record[store] ?? 0) + by;
}
