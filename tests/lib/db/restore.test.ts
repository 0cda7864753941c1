import { afterAll, beforeAll, expect, test } from "vitest";
import { getBody, setFlags } from "../../../lib/db/articles.ts";
import { chooseTags } from "../../../lib/db/choosing.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import { deleteArticles } from "../../../lib/db/deletion.ts";
import { eraseEverything } from "../../../lib/db/erase.ts";
import { newFeed } from "../../../lib/db/feeds.ts";
import { restoreBackup } from "../../../lib/db/restore.ts";
import { finishRetagging } from "../../../lib/db/retagging.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { readState } from "../../../lib/db/state.ts";
import { refresh } from "../../../lib/refresh/refresh.ts";
import { merge, mute } from "../../../lib/tags/choosing.ts";
import { backupIn, restoring, saved } from "../../support/backups.ts";
import { calmWorld } from "../../support/calmWorld.ts";
import { canonical } from "../../support/canonical.ts";
import { startFeedServer, type FeedServer } from "../../support/feedServer.ts";
import { makeLibrary } from "../../support/library.ts";
import { makeItems, makeRss } from "../../support/makers.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

const HOME = { url: "https://home.example/feed", title: "home", homeUrl: null };
/** `BACKUP_ARTICLES=20000` for a library of years. */
const ARTICLES = Number(process.env["BACKUP_ARTICLES"] ?? 600);

/** Beside other tests on the same machine. */
const SLOW = { timeout: 60_000 + 30 * ARTICLES };

let server: FeedServer;
beforeAll(async () => void (server = await startFeedServer()));
afterAll(() => server.stop());

test("backup, erase everything, restore: the library is what it was", SLOW, async () => {
  const db = makeDb();
  await makeLibrary(db, ARTICLES);
  const before = await canonical(db);
  const file = await saved(db, "whole");
  await eraseEverything(db, HOME, NOW);
  expect(await db.articles.count()).toBe(0);
  expect(await db.feeds.count()).toBe(1);
  await restoreBackup(db, await backupIn(file), restoring("replace"));
  const after = await canonical(db);
  expect(after).toEqual(before);
  expect(after.counts).toEqual(after.recounted);
  expect(before.articles.length).toBeGreaterThan(ARTICLES * 0.98);
});

test("restoring once more, or over what is here, changes nothing", SLOW, async () => {
  const db = makeDb();
  await makeLibrary(db, 150);
  const before = await canonical(db);
  const backup = await backupIn(await saved(db, "whole"));
  await restoreBackup(db, backup, restoring("merge"));
  expect(await canonical(db)).toEqual(before);
  await restoreBackup(db, backup, restoring("replace"));
  await restoreBackup(db, backup, restoring("merge"));
  expect(await canonical(db)).toEqual(before);
});

test("a restore that was cut off goes on with the same file", SLOW, async () => {
  const db = makeDb();
  await makeLibrary(db, 240);
  const before = await canonical(db);
  const backup = await backupIn(await saved(db, "whole"));
  const pull = () => {
    throw new Error("the page was closed");
  };
  await expect(restoreBackup(db, backup, restoring("replace", { onProgress: pull }))).rejects.toThrow("closed");
  const half = await canonical(db);
  expect(half.articles.length).toBeLessThan(before.articles.length);
  expect(half.counts).toEqual(half.recounted);
  await restoreBackup(db, backup, restoring("merge"));
  expect(await canonical(db)).toEqual(before);
});

test("what is restored is the same to its source: the next refresh doubles nothing and tells of nothing", async () => {
  const db = makeDb();
  const deps = calmWorld(db, () => NOW);
  server.serve("/feed", { body: makeRss({ items: makeItems(30, () => ({ html: "<p>Words</p>" })) }) });
  await db.feeds.put(newFeed({ id: "home", url: `${server.localOrigin}/feed`, title: "Home", homeUrl: null }, NOW));
  await refresh(deps, "due");
  await setFlags(db, [3, 4], { unread: 0, starred: 1 });
  await deleteArticles(db, [9], NOW);
  const before = await canonical(db);
  for (const kind of ["whole", "flags"] as const) {
    const file = await saved(db, kind);
    await restoreBackup(db, await backupIn(file), restoring("replace"));
    await refresh(deps, "all");
    const after = await canonical(db);
    expect(after.articles, kind).toEqual(before.articles);
    expect(after.articles).toHaveLength(29);
    expect(after.counts).toEqual(before.counts);
    expect(await db.revisions.count()).toBe(0);
    expect((await readState(db, "arrivals")) ?? []).toEqual([]);
  }
});

test("merging adds what is missing and takes nothing away: stars grow, and what was read anywhere is read", async () => {
  const theirs = makeDb();
  const title = (each: string) => makeDraft({ title: each, tags: ["sport"] });
  await store(theirs, { insert: ["a", "b", "c"].map(title) });
  await store(theirs, { insert: [makeDraft({ title: "o", feedId: "old", keys: ["old g:o"] })] }, "old");
  await setFlags(theirs, [1], { starred: 1, unread: 0 });
  await chooseTags(theirs, mute("sport"));
  await finishRetagging(theirs);

  const db = makeDb();
  await store(db, { insert: ["a", "b", "d"].map(title) });
  // The same source, followed on its own here.
  await store(db, { insert: [makeDraft({ title: "n", feedId: "new", keys: ["new g:n"] })] }, "new");
  await db.feeds.update("new", { url: "http://old.example/feed/" });
  await setFlags(db, [2], { later: 1 });
  await setFlags(db, [2], { unread: 0 });
  await restoreBackup(db, await backupIn(await saved(theirs, "whole")), restoring("merge"));

  const rows = (await db.articles.toArray()).map(({ title: name, feedId, keys, unread, starred, later, mutedBy }) => ({
    ...{ name, feedId, key: keys[0], flags: `${unread}${starred}${later}`, mutedBy: mutedBy ?? [] },
  }));
  expect(rows).toEqual([
    { name: "a", feedId: "home", key: "home g:a", flags: "010", mutedBy: ["sport"] },
    { name: "b", feedId: "home", key: "home g:b", flags: "001", mutedBy: ["sport"] },
    { name: "d", feedId: "home", key: "home g:d", flags: "100", mutedBy: ["sport"] },
    { name: "n", feedId: "new", key: "new g:n", flags: "100", mutedBy: [] },
    { name: "c", feedId: "home", key: "home g:c", flags: "100", mutedBy: ["sport"] },
    { name: "o", feedId: "new", key: "new g:o", flags: "100", mutedBy: [] },
  ]);
  expect(await readCounts(db)).toEqual(await recount(db));
  expect(await db.feeds.count()).toBe(2);
});

test("of a file without texts the flags are as they were, and texts come when a whole one is merged", async () => {
  const db = makeDb();
  await store(db, { insert: [makeDraft({ title: "a" })] });
  await setFlags(db, [1], { starred: 1 });
  const [flags, whole] = [await saved(db, "flags"), await saved(db, "whole")];
  await eraseEverything(db, HOME, NOW);
  await restoreBackup(db, await backupIn(flags), restoring("replace"));
  const textOf = async (from: Db) => {
    const [article] = await from.articles.toArray();
    return article && [article.title, article.starred, (await getBody(from, article))?.source ?? null];
  };
  expect(await textOf(db)).toEqual(["a", 1, null]);
  await restoreBackup(db, await backupIn(whole), restoring("merge"));
  expect(await textOf(db)).toEqual(["a", 1, "Text of a"]);
  expect(await db.articles.count()).toBe(1);
});

test("a source that may not be fetched waits for the permission; the home source keeps this build's address", async () => {
  const db = makeDb();
  await store(db, { insert: [makeDraft({ title: "a", feedId: "x", keys: ["x g:a"] })] }, "x");
  await store(db, {});
  const backup = await backupIn(await saved(db, "flags"));
  await eraseEverything(db, { ...HOME, url: "https://moved.example/feed" }, NOW);
  const mayFetch = async (url: string) => url.startsWith("https://moved.example/");
  await restoreBackup(db, backup, restoring("replace", { mayFetch }));
  expect(await db.feeds.get("x")).toMatchObject({ trouble: { kind: "noPermission", host: "x.example" } });
  expect(await db.feeds.get("home")).toMatchObject({ url: "https://moved.example/feed", trouble: null });
});

test("merges of tags that would lead on are led to their end", async () => {
  const theirs = makeDb();
  await store(theirs, { insert: [makeDraft({ title: "a", tags: ["one"] })] });
  await chooseTags(theirs, merge("one", "two"));
  const db = makeDb();
  await store(db, { insert: [makeDraft({ title: "b", tags: ["two"] })] });
  await chooseTags(db, merge("two", "three"));
  await restoreBackup(db, await backupIn(await saved(theirs, "whole")), restoring("merge"));
  expect((await db.articles.toArray()).map(({ tags }) => tags)).toEqual([["three"], ["three"]]);
});

test("starred articles of a source that is followed no more are kept; others of such are not", async () => {
  const db = makeDb();
  const gone = (title: string) => makeDraft({ title, feedId: "gone", keys: [`gone g:${title}`] });
  await store(db, { insert: [gone("kept"), gone("left")] }, "gone");
  await setFlags(db, [1], { starred: 1 });
  await store(db, {});
  await db.feeds.delete("gone");
  const backup = await backupIn(await saved(db, "whole"));
  await restoreBackup(db, backup, restoring("replace"));
  expect((await db.articles.toArray()).map(({ title, feedId, starred }) => [title, feedId, starred])).toEqual([
    ["kept", "gone", 1],
  ]);
});
