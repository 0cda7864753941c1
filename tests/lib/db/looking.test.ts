import { expect, test } from "vitest";
import { settledNotices } from "../../../lib/db/looking.ts";
import { setFlags } from "../../../lib/db/articles.ts";
import { writeState } from "../../../lib/db/state.ts";
import { makeDb, makeDraft, store } from "../../support/rows.ts";

test("a notification is settled when the last of its articles is read, however many they are", async () => {
  const db = makeDb();
  await store(db, { insert: Array.from({ length: 120 }, (_, i) => makeDraft({ title: `${i}` })) });
  const ids = (await db.articles.toArray()).map(({ id }) => id);
  await writeState(db, "noticeLog", { shownAt: [], heldSince: null, shown: { all: ids, "article:1": [1] } });
  await setFlags(db, ids.slice(0, -1), { unread: 0 });
  expect(await settledNotices(db)).toEqual(["article:1"]);
  await setFlags(db, ids.slice(-1), { unread: 0 });
  expect(await settledNotices(db)).toEqual(["all", "article:1"]);
});

test("before anything was told nothing is settled", async () => {
  expect(await settledNotices(makeDb())).toEqual([]);
});
