import { listFeeds, HOME_FEED } from "../db/feeds.ts";
import type { Db } from "../db/schema.ts";
import { writeOpml } from "../feed/writeOpml.ts";
import { saveFile } from "./saveFile.ts";
import { byPlace } from "./sourceOrder.ts";

/**
 * The followed sources as a file that other feed readers understand, as the reader put them, else the home
 * source first, then as they were added.
 */
export async function exportOpml(db: Db, { title, now }: { title: string; now: number }): Promise<void> {
  const feeds = (await listFeeds(db)).toSorted((a, b) => byPlace(a, b) || rank(a) - rank(b));
  saveFile("foldline.opml", new Blob([writeOpml(feeds, { title, now })], { type: "text/x-opml" }));
}

const rank = ({ id, addedAt }: { id: string; addedAt: number }): number => (id === HOME_FEED ? 0 : addedAt);
