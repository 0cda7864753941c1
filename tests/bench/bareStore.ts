/** What one transaction put, in its order, to be put again without the product. Of rows that JSON can hold. */
export type Puts = { stores: string[]; puts: { store: string; value: unknown }[] };

/** The search index is the product's own: what it is measured beside has none. */
const LEFT_OUT = ["segments", "segmentBlocks"];

/** Notes from now on what is put into the articles' store, and into others together with it. */
export function recordPuts(): Puts[] {
  const byTransaction = new Map<IDBTransaction, Puts>();
  const recorded: Puts[] = [];
  const note = (store: IDBObjectStore, value: unknown) => {
    if (LEFT_OUT.includes(store.name)) return;
    const puts = byTransaction.get(store.transaction) ?? { stores: storesOf(store.transaction), puts: [] };
    byTransaction.set(store.transaction, puts);
    puts.puts.push({ store: store.name, value });
    if (store.name === "articles" && !recorded.includes(puts)) recorded.push(puts);
  };
  for (const method of ["put", "add"] as const) {
    const original = IDBObjectStore.prototype[method];
    IDBObjectStore.prototype[method] = function (value: unknown, key?: IDBValidKey) {
      note(this, value);
      return original.call(this, value, key);
    };
  }
  return recorded;
}

/** Counts from now on what the database is asked for. */
export function countReads(): () => number {
  let reads = 0;
  for (const prototype of [IDBObjectStore.prototype, IDBIndex.prototype]) {
    for (const method of ["get", "getAll", "getAllKeys", "getKey", "count", "openCursor", "openKeyCursor"] as const) {
      const original = prototype[method];
      const counting = function (this: unknown, ...given: unknown[]): unknown {
        reads++;
        return Reflect.apply(original, this, given);
      };
      Object.assign(prototype, { [method]: counting });
    }
  }
  return () => reads;
}

const storesOf = ({ objectStoreNames }: IDBTransaction): string[] =>
  [...objectStoreNames].filter((name) => !LEFT_OUT.includes(name));

/** The same rows in the same stores with the same indexes and the same durability: no request waits for another. */
export function putAgain(database: IDBDatabase, { stores, puts }: Puts): Promise<void> {
  const transaction = database.transaction(stores, "readwrite", { durability: "strict" });
  const open = new Map(stores.map((name) => [name, transaction.objectStore(name)]));
  for (const { store, value } of puts) open.get(store)?.put(value);
  return ended(transaction);
}

export function withoutPlaces({ stores, puts }: Puts): Puts {
  const isRow = (value: unknown): value is { places: unknown } =>
    typeof value === "object" && value !== null && "places" in value;
  return {
    stores,
    puts: puts.map(({ store, value }) => ({ store, value: isRow(value) ? { ...value, places: [] } : value })),
  };
}

/** The least that storing can cost: all that a feed brought as one value, in a store of its own without an index. */
export function putAsOne(database: IDBDatabase, { puts }: Puts): Promise<void> {
  const transaction = database.transaction("floor", "readwrite", { durability: "strict" });
  transaction.objectStore("floor").add(puts.map(({ value }) => value));
  return ended(transaction);
}

export function openFloor(): Promise<IDBDatabase> {
  const request = indexedDB.open("floor");
  request.onupgradeneeded = () => request.result.createObjectStore("floor", { autoIncrement: true });
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
