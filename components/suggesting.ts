import { useState } from "preact/hooks";
import { feedScope } from "../lib/db/layout.ts";
import { tagScope } from "../lib/db/tagScope.ts";
import { suggestionsFor, type Suggestible, type Suggestion } from "../lib/search/suggestions.ts";
import type { Reader } from "../lib/view/reader.ts";

/** What the list under the field offers. It opens while something is typed, and only then. */
export function useSuggestions(reader: Reader) {
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const text = reader.searched.value ?? "";
  const offered = isOpen ? suggestionsFor(text, suggestibleOf(reader)).slice(0, MOST) : [];

  function close(): void {
    setOpen(false);
    setChosen(null);
  }

  function take({ query }: Suggestion): void {
    close();
    reader.searchFor(query);
  }

  /** Tells whether the list took the key. */
  function press(key: string): boolean {
    if (offered.length === 0) return false;
    if (key === "Escape") return (close(), true);
    if (key === "ArrowDown") return (setChosen(chosen === null ? 0 : (chosen + 1) % offered.length), true);
    if (key === "ArrowUp" && chosen !== null) return (setChosen(chosen === 0 ? null : chosen - 1), true);
    const suggestion = key === "Enter" && chosen !== null ? offered[chosen] : undefined;
    if (suggestion) return (take(suggestion), true);
    if (key === "Enter") close();
    return false;
  }

  const open = () => {
    setOpen(true);
    setChosen(null);
  };
  return { offered, chosen, open, close, take, press };
}

/** More would lie over what was found. */
const MOST = 5;

function suggestibleOf({ chips, feeds, counts }: Reader): Suggestible {
  const countOf = (scope: string) => counts.value.get(scope) ?? 0;
  return {
    tags: chips.value.flatMap(({ tag }) => (tag === null ? [] : [{ tag, count: countOf(tagScope("all", tag)) }])),
    feeds: (feeds.all.value ?? []).map(({ id, title }) => ({ id, title, count: countOf(feedScope("all", id)) })),
  };
}
