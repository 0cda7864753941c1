import { canonicalUrl } from "../feed/url.ts";
import type { Feed, TagChoice } from "../model.ts";
import { canonicalTags } from "../tags/canonicalTags.ts";
import { rootOf, type Choices } from "../tags/mapTags.ts";
import { feedOf, type FeedRecord } from "./feedRecord.ts";
import { HOME_FEED } from "./feeds.ts";

/** Rows to be written, and as which feed here each feed of the backup goes on. */
export type FeedPlan = { fresh: Feed[]; changed: Feed[]; idOf: ReadonlyMap<string, string> };

/** Feeds are the same by their addresses, in whatever spelling; the home feed whatever its address is in this build. */
export function planFeeds(records: FeedRecord[], here: Feed[], now: number): FeedPlan {
  const byUrl = new Map(here.map((feed) => [canonicalUrl(feed.url), feed]));
  const byId = new Map(here.map((feed) => [feed.id, feed]));
  const [fresh, changed, idOf]: [Feed[], Map<string, Feed>, Map<string, string>] = [[], new Map(), new Map()];
  for (const record of records) {
    const home = record.id === HOME_FEED ? byId.get(HOME_FEED) : undefined;
    const present = home ?? byUrl.get(canonicalUrl(record.url));
    const feed = present ?? feedOf(byId.has(record.id) ? { ...record, id: crypto.randomUUID() } : record, now);
    idOf.set(record.id, feed.id);
    byUrl.set(canonicalUrl(record.url), feed);
    byId.set(feed.id, feed);
    if (!present) fresh.push(feed);
    else if (here.includes(present)) {
      const tags = canonicalTags([...(changed.get(feed.id) ?? feed).tags, ...record.tags]);
      if (tags.length > feed.tags.length) changed.set(feed.id, { ...feed, tags });
    }
  }
  return { fresh, changed: [...changed.values()], idOf };
}

/** What the backup made of tags that nothing is made of here. A tag is merged into none that is merged itself. */
export function missingChoices(records: TagChoice[], here: Choices): TagChoice[] {
  const all: Choices = new Map([...records.map((row) => [row.tag, row] as const), ...here]);
  return records
    .filter(({ tag }) => !here.has(tag))
    .map((record) => {
      const { mergedInto, ...rest } = record;
      if (mergedInto === undefined) return record;
      const root = rootOf(mergedInto, all);
      return root === record.tag || all.get(root)?.mergedInto !== undefined ? rest : { ...rest, mergedInto: root };
    });
}
