import { signal, type ReadonlySignal } from "@preact/signals";
import type { Reader } from "./reader.ts";
import type { Search, SearchDeps } from "./search.ts";

export type Searching = {
  /** What the search field says; null while there is no search. */
  searched: ReadonlySignal<string | null>;
  /** Null until its modules are here: they are loaded when they are first needed. */
  search: ReadonlySignal<Search | null>;
  /** Opens the search, or asks something else. */
  searchFor: (text: string) => void;
  closeSearch: () => void;
};

export function createSearching(deps: SearchDeps): Searching {
  const searched = signal<string | null>(null);
  const search = signal<Search | null>(null);
  let loading: Promise<void> | null = null;

  async function load(): Promise<void> {
    const { createSearch } = await import("./search.ts");
    search.value = createSearch(deps, searched);
  }

  function searchFor(text: string): void {
    searched.value = text;
    loading ??= load();
  }

  return { searched, search, searchFor, closeSearch: () => void (searched.value = null) };
}

/** Opens the search, or goes back to its field. */
export function openSearch(reader: Reader): void {
  reader.searchFor(reader.searched.peek() ?? "");
  reader.focusWish.value = { on: "field" };
}

/** What was typed goes first, then the search itself. Tells whether there was one. */
export function clearSearch(reader: Reader): boolean {
  const text = reader.searched.peek();
  if (text === null) return false;
  if (text === "") reader.closeSearch();
  else {
    reader.searchFor("");
    reader.focusWish.value = { on: "field" };
  }
  return true;
}

export const isSearching = (reader: Reader): boolean => reader.searched.peek() !== null;
