import type { Evaluate } from "./browser.ts";

/** Asks after whatever keeps a transaction alive, and so everybody else out. */
type Hold = { isOn: boolean };

/**
 * Keeps everybody else from reading and writing a store of the extension, from the page that `evaluate` runs in, which
 * must live for as long. Resolves to what lets it go, so many milliseconds later.
 */
export async function holdStore(evaluate: Evaluate, name: string): Promise<(afterMs: number) => Promise<void>> {
  await evaluate(async (held) => {
    const opened = indexedDB.open("foldline");
    await new Promise((resolve) => (opened.onsuccess = resolve));
    const store = opened.result.transaction(held, "readwrite").objectStore(held);
    const hold: Hold = { isOn: true };
    Object.assign(globalThis, { hold });
    await new Promise<void>((resolve) => {
      const ask = () => {
        resolve();
        if (hold.isOn) store.get("").onsuccess = ask;
        else opened.result.close();
      };
      store.get("").onsuccess = ask;
    });
  }, name);
  return (afterMs) =>
    evaluate((ms) => {
      // Put there above.
      const { hold } = globalThis as unknown as { hold: Hold };
      setTimeout(() => (hold.isOn = false), ms);
    }, afterMs);
}
