import { expect, test } from "vitest";
import { countSince } from "../../../lib/db/recent.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

const DAY_MS = 24 * 3_600_000;

test("articles of one tag are counted from a moment on, read or not", async () => {
  const db = makeDb();
  const draft = (title: string, days: number, tag: string) =>
    makeDraft({ title, tags: [tag], sortAt: NOW - days * DAY_MS });
  await store(db, {
    insert: [draft("a", 0, "world"), draft("b", 7, "world"), draft("c", 8, "world"), draft("d", 1, "worlds")],
  });
  expect(await countSince(db, "all #world", NOW - 7 * DAY_MS)).toBe(2);
  expect(await countSince(db, "all #health", 0)).toBe(0);
});
