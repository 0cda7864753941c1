import { createHash } from "node:crypto";
import type { Evaluate } from "./browser.ts";

/** One sum over all that the extension keeps: every row of its store, what lies beside it, and its alarm. */
export async function storeHash(evaluate: Evaluate): Promise<string> {
  const whole = await evaluate(async () => {
    const opened = indexedDB.open("foldline");
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opened.onsuccess = () => resolve(opened.result);
      opened.onerror = () => reject(opened.error);
    });
    const names = [...db.objectStoreNames];
    const transaction = db.transaction(names);
    const asked = names.map((name) => transaction.objectStore(name).getAll());
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    db.close();
    // Bytes are nothing in JSON.
    const plain = (_: string, value: unknown) =>
      ArrayBuffer.isView(value) ? Array.from(new Uint8Array(value.buffer)) : value;
    const alarm = await chrome.alarms.get("refresh");
    return JSON.stringify(
      [
        asked.map((each, i) => [names[i], each.result]),
        await chrome.storage.local.get(null),
        await chrome.storage.session.get(null),
        alarm?.periodInMinutes,
      ],
      plain,
    );
  });
  return createHash("sha256").update(whole).digest("hex");
}
