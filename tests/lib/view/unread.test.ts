import { expect, test, vi } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import { watchUnread } from "../../../lib/view/unread.ts";
import { counted } from "../../support/countedReads.ts";
import { makeDb, makeDraft, store } from "../../support/rows.ts";

test("the toolbar's number follows the store, and no other count is read for it", async () => {
  const db = makeDb();
  await store(db, { insert: ["One", "Two"].map((title) => makeDraft({ title, tags: [title] })) });
  const shown: number[] = [];
  const { rows } = await counted(async () => {
    watchUnread(db, async (count) => void shown.push(count));
    await vi.waitFor(() => expect(shown).toEqual([2]));
  });
  expect(rows["counters"]).toBe(1);
  const [first] = await db.articles.toArray();
  await setFlags(db, [first?.id ?? 0], { unread: 0 });
  await vi.waitFor(() => expect(shown.at(-1)).toBe(1));
});
