import { effect } from "@preact/signals";
import type { Reader } from "./reader.ts";

/** The article that an address names after its `#`; null for the list. */
export function articleOfHash(hash: string): number | null {
  const [, id] = /^#\/article\/(\d{1,15})$/.exec(hash) ?? [];
  return id === undefined ? null : Number(id);
}

export const hashOfArticle = (id: number | null): string => (id === null ? "#/" : `#/article/${id}`);

type Addressed = Pick<Reader, "openId" | "openedHow" | "missingId" | "open" | "close">;

/** Ties the open article to the tab's address: a link opens it, Back and Forward go through what was opened. */
export function followAddress(reader: Addressed, { location, history }: Window): void {
  const openNamed = () => {
    const id = articleOfHash(location.hash);
    if (id !== null && id !== reader.openId.peek()) reader.open(id, "chosen");
    if (id === null) reader.close();
  };
  if (articleOfHash(location.hash) !== null) openNamed();
  effect(() => {
    const id = reader.openId.value;
    const left = articleOfHash(location.hash);
    if (left === id) return;
    // Leafing through articles leaves one entry behind, not one for each; one that is not there is no way back.
    const isPassing = id === null ? left === reader.missingId.peek() : reader.openedHow.peek() === "leafed";
    if (isPassing) history.replaceState(null, "", hashOfArticle(id));
    else history.pushState(null, "", hashOfArticle(id));
  });
  window.addEventListener("popstate", openNamed);
}
