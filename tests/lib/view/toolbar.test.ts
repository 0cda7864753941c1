import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import { HOME_FEED } from "../../../lib/db/feeds.ts";
import type { BadgeChoice, Toolbar } from "../../../lib/db/toolbar.ts";
import { watchToolbar } from "../../../lib/view/toolbar.ts";
import { counted } from "../../support/countedReads.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

test("the toolbar follows the store, reads no other count for it and is painted when it changes", async () => {
  const db = makeDb();
  await store(db, { insert: ["One", "Two"].map((title) => makeDraft({ title, tags: [title] })) });
  const shown: [unread: number, sign: Toolbar["sign"]][] = [];
  const badge = signal<BadgeChoice | null>("unread");
  const { rows } = await counted(async () => {
    watchToolbar({ db, now: () => NOW, badge, show: async ({ unread, sign }) => void shown.push([unread, sign]) });
    await vi.waitFor(() => expect(shown).toEqual([[2, 2]]));
  });
  expect(rows["counters"]).toBe(1);
  await db.feeds.update(HOME_FEED, { lastTriedAt: NOW });
  const [first] = await db.articles.toArray();
  await setFlags(db, [first?.id ?? 0], { unread: 0 });
  await vi.waitFor(() =>
    expect(shown).toEqual([
      [2, 2],
      [1, 1],
    ]),
  );
  badge.value = "none";
  await vi.waitFor(() => expect(shown.at(-1)).toEqual([1, "none"]));
});
