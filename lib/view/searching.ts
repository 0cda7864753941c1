import { signal, type ReadonlySignal } from "@preact/signals";
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
