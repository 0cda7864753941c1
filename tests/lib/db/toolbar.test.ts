import { beforeEach, expect, test } from "vitest";
import type { Db } from "../../../lib/db/schema.ts";
import { readToolbar } from "../../../lib/db/toolbar.ts";
import type { Feed, Trouble } from "../../../lib/model.ts";
import { addFeed, makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

const HOUR = 3_600_000;

let db: Db;
beforeEach(async () => {
  db = makeDb();
  await store(db, { insert: [makeDraft({ title: "One" })] }, "a");
  await addFeed(db, "b");
});

async function set(trouble: Trouble["kind"] | null, change: Partial<Feed> = {}): Promise<void> {
  for (const { id } of await db.feeds.toArray()) {
    await db.feeds.update(id, { trouble: trouble && { kind: trouble, at: NOW }, lastFetchedAt: NOW - HOUR, ...change });
  }
}

test("it counts unread articles, and the sources that did not answer", async () => {
  await set(null);
  expect(await readToolbar(db, NOW)).toEqual({ unread: 1, needy: 0, isCutOff: false, isPaused: false });
  await db.feeds.update("b", { trouble: { kind: "timeout", at: NOW } });
  expect(await readToolbar(db, NOW)).toEqual({ unread: 1, needy: 1, isCutOff: false, isPaused: false });
});

test("it is cut off when no source at all has answered for a day", async () => {
  await set("timeout");
  expect(await readToolbar(db, NOW + 22 * HOUR)).toMatchObject({ needy: 2, isCutOff: false });
  expect(await readToolbar(db, NOW + 23 * HOUR)).toMatchObject({ needy: 2, isCutOff: true });
  await db.feeds.update("b", { trouble: null });
  expect(await readToolbar(db, NOW + 23 * HOUR)).toMatchObject({ needy: 1, isCutOff: false });
});

test("being offline, however long, is no source's fault", async () => {
  await set("offline");
  expect(await readToolbar(db, NOW + 99 * HOUR)).toMatchObject({ needy: 0, isCutOff: false });
});

test("a source that gave all it had needs nobody", async () => {
  await set("emptied");
  expect(await readToolbar(db, NOW + 99 * HOUR)).toMatchObject({ needy: 0, isCutOff: false });
});

test("it is paused when every source is", async () => {
  await set(null, { isPaused: true });
  expect(await readToolbar(db, NOW)).toMatchObject({ isPaused: true });
  await addFeed(db, "c");
  expect(await readToolbar(db, NOW)).toMatchObject({ isPaused: false });
});
