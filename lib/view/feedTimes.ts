import type { Feed } from "../model.ts";

/** When the sources were last heard of, of all or of the one asked for; null for never. */
export function updatedAtOf(feeds: Feed[], feedId: string | null): number | null {
  const asked = feeds.filter((feed) => feedId === null || feed.id === feedId);
  const times = asked.flatMap((feed) => feed.lastFetchedAt ?? []);
  return times.length === 0 ? null : Math.max(...times);
}
