export type Headline = { id: number; title: string; tags: string[]; sortAt: number };

/**
 * Runs in a page of the extension: reads the list of articles and changes nothing. A database that is not there yet
 * must not come into being without its tables, so its making is aborted.
 */
export function readHeadlines(): Promise<Headline[]> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open("foldline");
    open.onupgradeneeded = () => open.transaction?.abort();
    open.onerror = () => (open.error?.name === "AbortError" ? resolve([]) : reject(open.error));
    open.onsuccess = () => {
      const database = open.result;
      const rows = database.transaction("articles", "readonly").objectStore("articles").getAll();
      rows.onerror = () => reject(rows.error);
      rows.onsuccess = () => {
        database.close();
        resolve(rows.result.map(({ id, title, tags, sortAt }: Headline) => ({ id, title, tags, sortAt })));
      };
    };
  });
}
