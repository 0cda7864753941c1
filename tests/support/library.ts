import { setFlags } from "../../lib/db/articles.ts";
import { chooseTags } from "../../lib/db/choosing.ts";
import { deleteArticles } from "../../lib/db/deletion.ts";
import { changeFeeds } from "../../lib/db/feeds.ts";
import { keepPosition } from "../../lib/db/positions.ts";
import { feedScope } from "../../lib/db/layout.ts";
import { finishRetagging, queueScopes } from "../../lib/db/retagging.ts";
import type { Db } from "../../lib/db/schema.ts";
import { merge, mute, rename } from "../../lib/tags/choosing.ts";
import { addFeed, makeDraft, NOW, store } from "./rows.ts";

const FEEDS = ["home", "other", "third"];
const TAGS = ["world", "science", "tech", "technology", "sport"];

/** Somebody's library of so many articles, of which one in a hundred was deleted: with all that people can make of it. */
export async function makeLibrary(db: Db, articles: number): Promise<void> {
  for (const id of FEEDS) await addFeed(db, id);
  const perFeed = Math.ceil(articles / FEEDS.length);
  for (const feedId of FEEDS) {
    for (let start = 0; start < perFeed; start += 1_000) {
      const count = Math.min(1_000, perFeed - start);
      await store(db, { insert: Array.from({ length: count }, (_, i) => draftOf(feedId, start + i)) }, feedId);
    }
  }
  const ids = await db.articles.toCollection().primaryKeys();
  await setFlags(
    db,
    ids.filter((id) => id % 3 > 0),
    { unread: 0 },
  );
  await setFlags(
    db,
    ids.filter((id) => id % 50 === 0),
    { starred: 1 },
  );
  await setFlags(
    db,
    ids.filter((id) => id % 70 === 0),
    { later: 1 },
  );
  await deleteArticles(
    db,
    ids.filter((id) => id % 100 === 7),
    NOW,
  );
  for (const id of ids.filter((each) => each % 100 === 1)) {
    await keepPosition(db, {
      articleId: id,
      anchor: { block: id % 9, words: `block ${id}`, passed: 0.5 },
      share: 0.4,
      at: NOW + id,
    });
  }
  await chooseTags(db, merge("tech", "technology"));
  await chooseTags(db, mute("sport"));
  await chooseTags(db, rename("world", "Die Welt"));
  await finishRetagging(db);
  await changeFeeds(db, ["other"], (feeds) =>
    feeds.map((feed) => ({
      ...feed,
      title: 'Mine "own" name\u2028',
      isNamed: true,
      tags: ["science"],
      listed: 40,
      identity: "link" as const,
    })),
  );
  await queueScopes(db, [feedScope("all", "other")]);
  await finishRetagging(db);
}

function draftOf(feedId: string, n: number) {
  const title = `Überschrift ${feedId} ${n} 新聞`;
  return makeDraft({
    title,
    feedId,
    keys: [`${feedId} g:${feedId}-${n}`, `${feedId} u:${feedId}.example/${n}`],
    url: `https://${feedId}.example/${n}`,
    summary: `Summary "${n}"\n`,
    authors: n % 4 === 0 ? ["Ada", "Bo \u{1F600}"] : [],
    tags: [TAGS[n % 5] ?? "", TAGS[(n * 3) % 5] ?? ""].filter((tag, i, all) => all.indexOf(tag) === i),
    publishedAt: n % 6 === 0 ? null : NOW - n * 60_000,
    sortAt: NOW - Math.floor(n / 2) * 60_000,
    hero: n % 10 === 0 ? { url: `https://${feedId}.example/${n}.jpg`, alt: "" } : null,
    enclosures: n % 30 === 0 ? [{ url: `https://${feedId}.example/${n}.mp3`, type: "audio/mpeg", length: null }] : [],
    text:
      n % 40 === 0
        ? null
        : {
            format: "html",
            source: `<p>Text ${n} of <b>${feedId}</b> needle${n}</p>\n`,
            baseUrl: `https://${feedId}.example/`,
          },
  });
}
