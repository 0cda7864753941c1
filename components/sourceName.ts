import type { Article } from "../lib/model.ts";

/** By feed. A starred article outlives its source, and has the name of its site then; undefined while nothing is known. */
export function sourceName(names: ReadonlyMap<string, string>, { feedId, url }: Article): string | undefined {
  if (names.size === 0) return undefined;
  return names.get(feedId) ?? (url === null ? undefined : new URL(url).hostname.replace(/^www\./, ""));
}
