// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { readState, writeState } from "../../../lib/db/state.ts";
import { clearReadNotices, noteLooking } from "../../../lib/view/looking.ts";
import { makeDb, makeDraft, store } from "../../support/rows.ts";

let db: Db;
beforeEach(async () => {
  db = makeDb();
  await arrive("One");
});

const arrive = (title: string) => store(db, { insert: [makeDraft({ title })] });
const lookedThrough = () => readState(db, "lookedThrough");

/** The page comes into sight or goes out of it. */
function show(state: DocumentVisibilityState): void {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}

test("what arrives while the page is in sight is looked at, and what came meanwhile once it is again", async () => {
  show("visible");
  noteLooking(db);
  await vi.waitFor(async () => expect(await lookedThrough()).toBe(1));
  await arrive("Two");
  await vi.waitFor(async () => expect(await lookedThrough()).toBe(2));
  show("hidden");
  await arrive("Three");
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await lookedThrough()).toBe(2);
  show("visible");
  await vi.waitFor(async () => expect(await lookedThrough()).toBe(3));
});

test("a notification goes when its last article is read", async () => {
  await arrive("Two");
  await writeState(db, "noticeLog", { shownAt: [], heldSince: null, shown: { "tag:world": [2, 1] } });
  const cleared: string[] = [];
  clearReadNotices(db, async (id) => void cleared.push(id));
  await setFlags(db, [1], { unread: 0 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(cleared).toEqual([]);
  await setFlags(db, [2], { unread: 0 });
  await vi.waitFor(() => expect(cleared).toContain("tag:world"));
});
