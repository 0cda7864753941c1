import type { AlertMode, Article, Feed, TagChoice } from "../model.ts";

/** What people chose for sources, by their ids, and for tags; of what is not named here news comes as a group. */
export type Alerts = { feeds: ReadonlyMap<string, AlertMode>; tags: ReadonlyMap<string, AlertMode> };

export function alertsOf(feeds: Feed[], tags: Iterable<TagChoice>): Alerts {
  return {
    feeds: chosen(feeds.map(({ id, alerts }) => [id, alerts])),
    tags: chosen(Array.from(tags, ({ tag, alerts }) => [tag, alerts])),
  };
}

const chosen = (rows: [key: string, mode: AlertMode | undefined][]): Map<string, AlertMode> =>
  new Map(rows.flatMap(([key, mode]) => (mode === undefined ? [] : [[key, mode]])));

/** `ignore`, chosen for its source or any of its tags, wins over all; then `each`, then `count`. */
export function alertModeOf({ feedId, tags }: Pick<Article, "feedId" | "tags">, alerts: Alerts): AlertMode {
  const modes = [alerts.feeds.get(feedId), ...tags.map((tag) => alerts.tags.get(tag))];
  return BY_WEIGHT.find((mode) => modes.includes(mode)) ?? "group";
}

const BY_WEIGHT = ["ignore", "each", "count"] as const;
