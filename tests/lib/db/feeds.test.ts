import { expect, test } from "vitest";
import { followFeed } from "../../../lib/db/feeds.ts";
import { makeDb, NOW } from "../../support/rows.ts";

const at = (url: string) => ({ url, title: "", homeUrl: null });

test.each([
  ["https", "https://x.example/feed"],
  ["a trailing slash", "http://x.example/feed/"],
  ["the default port", "http://x.example:80/feed"],
  ["capitals in the host", "http://X.Example/feed"],
  ["a campaign", "http://x.example/feed?utm_source=friend"],
])("an address followed already is known again in spite of %s", async (_what, url) => {
  const db = makeDb();
  const { id } = await followFeed(db, at("http://x.example/feed"), NOW);
  expect(await followFeed(db, at(url), NOW)).toEqual({ id, isNew: false });
  expect(await db.feeds.count()).toBe(1);
});

test.each([
  ["www", "http://www.x.example/feed"],
  ["a query", "http://x.example/feed?format=atom"],
  ["capitals in the path", "http://x.example/Feed"],
])("%s makes another feed", async (_what, url) => {
  const db = makeDb();
  await followFeed(db, at("http://x.example/feed"), NOW);
  expect((await followFeed(db, at(url), NOW)).isNew).toBe(true);
});
