import { beforeEach, describe, expect, test } from "vitest";
import { noteLooked } from "../../../lib/db/looking.ts";
import { setFlags } from "../../../lib/db/articles.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { readToolbar, type BadgeChoice } from "../../../lib/db/toolbar.ts";
import type { Feed, Trouble } from "../../../lib/model.ts";
import { mute } from "../../../lib/tags/choosing.ts";
import { choose } from "../../support/choosing.ts";
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
  expect(await readToolbar(db, NOW, "unread")).toEqual({ unread: 1, needy: 0, sign: 1, isPaused: false });
  await db.feeds.update("b", { trouble: { kind: "timeout", at: NOW } });
  expect(await readToolbar(db, NOW, "unread")).toEqual({ unread: 1, needy: 1, sign: 1, isPaused: false });
});

test("it is cut off when no source at all has answered for a day", async () => {
  await set("timeout");
  expect(await readToolbar(db, NOW + 22 * HOUR, "unread")).toMatchObject({ needy: 2, sign: 1 });
  expect(await readToolbar(db, NOW + 23 * HOUR, "unread")).toMatchObject({ needy: 2, sign: "warning" });
  await db.feeds.update("b", { trouble: null });
  expect(await readToolbar(db, NOW + 23 * HOUR, "unread")).toMatchObject({ needy: 1, sign: 1 });
});

test("being offline, however long, is no source's fault", async () => {
  await set("offline");
  expect(await readToolbar(db, NOW + 99 * HOUR, "unread")).toMatchObject({ needy: 0, sign: 1 });
});

test("a source that gave all it had needs nobody", async () => {
  await set("emptied");
  expect(await readToolbar(db, NOW + 99 * HOUR, "unread")).toMatchObject({ needy: 0, sign: 1 });
});

describe("what its sign counts", () => {
  const signOf = async (choice: BadgeChoice) => (await readToolbar(db, NOW, choice)).sign;

  test("unread articles, none of a tag or source that is ignored, and those of both once", async () => {
    await db.tags.bulkPut([
      { tag: "gossip", alerts: "ignore" },
      { tag: "sport", alerts: "count" },
    ]);
    await choose(db, mute("dull"));
    const tagged = (...tags: string[]) => makeDraft({ title: tags.join(), feedId: "b", tags });
    await store(db, { insert: [tagged("gossip"), tagged("world"), tagged("gossip", "dull")] }, "b");
    await store(db, { insert: [makeDraft({ title: "Two", feedId: "a", tags: ["gossip", "sport"] })] }, "a");
    expect(await signOf("unread")).toBe(2);
    await db.feeds.update("b", { alerts: "ignore" });
    expect(await signOf("unread")).toBe(1);
    expect(await readToolbar(db, NOW, "unread")).toMatchObject({ unread: 4 });
  });

  test("what came since somebody last looked", async () => {
    expect(await signOf("new")).toBe(1);
    expect(await signOf("dot")).toBe("dot");
    await noteLooked(db, 1);
    expect(await signOf("new")).toBe(0);
    expect(await signOf("dot")).toBe("none");
    await store(db, { insert: ["Two", "Three"].map((title) => makeDraft({ title, feedId: "a" })) }, "a");
    await setFlags(db, [2], { unread: 0 });
    expect(await signOf("new")).toBe(1);
    await noteLooked(db, 0);
    expect(await signOf("new")).toBe(1);
    await db.feeds.update("a", { alerts: "ignore" });
    expect(await signOf("dot")).toBe("none");
  });

  test("of a hundred or more new ones a hundred", async () => {
    await store(db, { insert: Array.from({ length: 150 }, (_, i) => makeDraft({ title: `${i}` })) }, "a");
    expect(await signOf("new")).toBe(100);
  });

  test("nothing, not even that no source answers", async () => {
    expect(await signOf("none")).toBe("none");
    await set("timeout");
    expect((await readToolbar(db, NOW + 99 * HOUR, "none")).sign).toBe("none");
    expect((await readToolbar(db, NOW + 99 * HOUR, "dot")).sign).toBe("warning");
  });
});

test("it is paused when every source is", async () => {
  await set(null, { isPaused: true });
  expect(await readToolbar(db, NOW, "unread")).toMatchObject({ isPaused: true });
  await addFeed(db, "c");
  expect(await readToolbar(db, NOW, "unread")).toMatchObject({ isPaused: false });
});
