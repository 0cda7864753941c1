import { expect, test, vi } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import { HOME_FEED } from "../../../lib/db/feeds.ts";
import { watchToolbar } from "../../../lib/view/toolbar.ts";
import { counted } from "../../support/countedReads.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

test("the toolbar follows the store, reads no other count for it and is painted when it changes", async () => {
  const db = makeDb();
  await store(db, { insert: ["One", "Two"].map((title) => makeDraft({ title, tags: [title] })) });
  const shown: number[] = [];
  const { rows } = await counted(async () => {
    watchToolbar(
      db,
      () => NOW,
      async ({ unread }) => void shown.push(unread),
    );
    await vi.waitFor(() => expect(shown).toEqual([2]));
  });
  expect(rows["counters"]).toBe(1);
  await db.feeds.update(HOME_FEED, { lastTriedAt: NOW });
  const [first] = await db.articles.toArray();
  await setFlags(db, [first?.id ?? 0], { unread: 0 });
  await vi.waitFor(() => expect(shown).toEqual([2, 1]));
});
