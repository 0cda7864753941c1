import "fake-indexeddb/auto";

/** A disk that has no room for what `refuses` names, while the work runs: writing it fails as it does in browsers. */
export async function onFullDisk<T>(
  refuses: (store: string, row: unknown) => boolean,
  work: () => Promise<T>,
): Promise<T> {
  const { put, add } = IDBObjectStore.prototype;
  const refusing = (write: typeof put): typeof put =>
    function (this: IDBObjectStore, ...given) {
      if (refuses(this.name, given[0])) throw new DOMException("The disk is full.", "QuotaExceededError");
      return write.apply(this, given);
    };
  Object.assign(IDBObjectStore.prototype, { put: refusing(put), add: refusing(add) });
  try {
    return await work();
  } finally {
    Object.assign(IDBObjectStore.prototype, { put, add });
  }
}
