// @vitest-environment jsdom
import { effect } from "@preact/signals";
import { expect, test, vi } from "vitest";
import { getArticle, setFlags } from "../../../lib/db/articles.ts";
import { makeReader, shown } from "../../support/readers.ts";
import { makeDb } from "../../support/rows.ts";

test("the next one stays known while the open article changes and while another is opened", async () => {
  const db = makeDb();
  const reader = await makeReader(db, 4);
  const seen: (number | null)[] = [];
  reader.open(1, "chosen");
  await vi.waitFor(() => expect(reader.nextUnread.value?.id).toBe(2));
  effect(() => void seen.push(reader.nextUnread.value?.id ?? null));
  for (const change of [{ starred: 1 }, { later: 1 }, { unread: 0 }] as const) {
    await setFlags(db, [1], change);
    await vi.waitFor(async () => expect(reader.reading.article.value).toEqual(await getArticle(db, 1)));
  }
  reader.open(2, "chosen");
  await shown(reader);
  await vi.waitFor(() => expect(reader.nextUnread.value?.id).toBe(3));
  expect(new Set(seen)).toEqual(new Set([2, 3]));
});

test("without another unread article there is no next one", async () => {
  const db = makeDb();
  const reader = await makeReader(db, 2);
  reader.open(1, "chosen");
  await vi.waitFor(() => expect(reader.nextUnread.value?.id).toBe(2));
  await setFlags(db, [2], { unread: 0 });
  await vi.waitFor(() => expect(reader.nextUnread.value).toBeNull());
});
