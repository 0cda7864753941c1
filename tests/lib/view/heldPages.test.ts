import { signal } from "@preact/signals";
import { beforeEach, expect, test, vi } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import { deleteArticles } from "../../../lib/db/deletion.ts";
import type { Db } from "../../../lib/db/schema.ts";
import type { Filter, View } from "../../../lib/model.ts";
import { createList, type List } from "../../../lib/view/list.ts";
import { PAGE_ROWS } from "../../../lib/view/pageRows.ts";
import { counted } from "../../support/countedReads.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

/** Not closed after a test: a page lives as long as its store is open. */
let db: Db;

beforeEach(async () => {
  db = makeDb();
  const insert = Array.from({ length: 3 * PAGE_ROWS }, (_, i) => makeDraft({ title: `${i}`, sortAt: NOW - i }));
  await store(db, { insert });
});

/** Three pages, all of them held; the articles are 1 to 3 × PAGE_ROWS. */
async function openList(view: View = "all"): Promise<List> {
  const list = createList(db, signal<Filter>({ view, tag: null, feedId: null }), signal(new Map()));
  await vi.waitFor(() => expect(list.shown.value).not.toBeNull());
  await list.loadMore();
  await list.loadMore();
  return list;
}

const idsOf = (list: List) => list.rows.value.map(({ id }) => id);
const pageIds = (list: List, at: number) => [...(list.pages.value[at]?.ids ?? [])];
const hold = (list: List, ...at: number[]) => list.hold(list.pages.value.filter((_, i) => at.includes(i)));

test("pages that are let go take their rows with them, and come back with the same ones", async () => {
  const list = await openList();
  hold(list, 2);
  expect(idsOf(list)).toEqual(pageIds(list, 2));
  hold(list, 0, 2);
  await vi.waitFor(() => expect(idsOf(list)).toEqual([...pageIds(list, 0), ...pageIds(list, 2)]));
});

test("a page reads its rows once, and once more when it comes back", async () => {
  const opened = await counted(async () => {
    const list = await openList();
    await new Promise((resolve) => setTimeout(resolve, 50));
    hold(list, 2);
    hold(list, 0);
    await vi.waitFor(() => expect(idsOf(list)).toEqual(pageIds(list, 0)));
  });
  // The first of the three is read for the eye, in one transaction with its pictures, and then to be followed.
  expect(opened.rows["articles"]).toBe(5 * PAGE_ROWS);
});

test("nobody asks for a page that is let go, and it comes back as it has become", async () => {
  const list = await openList("unread");
  hold(list, 0);
  const work = await counted(async () => {
    await setFlags(db, pageIds(list, 1), { unread: 0 });
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  // The writer's own reading alone.
  expect(work.rows["articles"]).toBe(PAGE_ROWS);
  hold(list, 1);
  await vi.waitFor(() => expect(idsOf(list)).toEqual(pageIds(list, 1)));
  expect(new Set(list.rows.value.map(({ unread }) => unread))).toEqual(new Set([0]));
});

test("what is as it was stays the same object, however much is written", async () => {
  const list = await openList();
  const before = list.rows.value;
  const [first, ...others] = before;
  await setFlags(db, [first?.id ?? 0], { starred: 1 });
  await vi.waitFor(() => expect(list.rows.value[0]?.starred).toBe(1));
  expect(list.rows.value.slice(1)).toEqual(others);
  expect(list.rows.value.slice(1).every((row, i) => row === others[i])).toBe(true);
});

test("an article that is deleted leaves its page, here or let go", async () => {
  const list = await openList();
  hold(list, 0);
  await deleteArticles(db, [2, PAGE_ROWS + 2], NOW);
  await vi.waitFor(() => expect(idsOf(list)).not.toContain(2));
  hold(list, 1);
  await vi.waitFor(() => expect(idsOf(list)).toHaveLength(PAGE_ROWS - 1));
  expect(idsOf(list)).not.toContain(PAGE_ROWS + 2);
});

test("a page that is not wanted any more when it comes is let go", async () => {
  const list = await openList();
  hold(list, 2);
  hold(list, 0, 2);
  hold(list, 2);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(idsOf(list)).toEqual(pageIds(list, 2));
  hold(list, 0, 2);
  await vi.waitFor(() => expect(idsOf(list)).toHaveLength(2 * PAGE_ROWS));
});
