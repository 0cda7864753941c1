// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ListEmpty } from "../../components/ListEmpty.tsx";
import { nameKeys } from "../../components/shortcuts.ts";
import { setFlags } from "../../lib/db/articles.ts";
import { HOME_FEED } from "../../lib/db/feeds.ts";
import type { Db } from "../../lib/db/schema.ts";
import { writeState } from "../../lib/db/state.ts";
import type { Feed, Filter, Trouble } from "../../lib/model.ts";
import type { Reader } from "../../lib/view/reader.ts";
import { noting, openReader } from "../support/readers.ts";
import { addFeed, makeDb, makeDraft, NOW, store } from "../support/rows.ts";

const NEXT_AT = NOW + 70 * 60_000;

let db: Db;
let reader: Reader;
let seen: string[];

beforeEach(() => {
  act(() => render(null, document.body));
  nameKeys({ value: { toggleStar: "S", toggleLater: "L" } });
  db = makeDb();
  seen = [];
});
afterEach(() => {
  render(null, document.body);
  nameKeys({ value: {} });
});

async function show(filter: Partial<Filter> = {}): Promise<void> {
  reader = openReader(db, noting(seen));
  reader.show(filter);
  await vi.waitFor(() => expect(reader.list.isEmpty.value && reader.feeds.all.value).toBeTruthy());
  await vi.waitFor(async () => expect(reader.counts.value.size).toBe(await db.counters.count()));
  act(() => render(<ListEmpty reader={reader} />, document.body));
}
const fetched = (change: Partial<Feed> = {}) =>
  db.feeds.update(HOME_FEED, { lastFetchedAt: NOW, nextFetchAt: NEXT_AT, ...change });
const failing = (kind: Trouble["kind"]) => db.feeds.update(HOME_FEED, { trouble: { kind, at: NOW }, lastTriedAt: NOW });

const said = () => [document.querySelector("h2")?.textContent, document.querySelector("p")?.textContent];
const buttons = () => Array.from(document.querySelectorAll("button"), (button) => button.textContent);
const press = (name: string) =>
  act(() => [...document.querySelectorAll("button")].find((button) => button.textContent === name)?.click());

async function storeRead(later: 0 | 1 = 0): Promise<void> {
  await store(db, { insert: [makeDraft({ title: "One" })] });
  await setFlags(db, [1], { unread: 0, later });
  await fetched();
}

test("all read: says when the next check is, and leads to all articles and to those for later", async () => {
  await storeRead(1);
  await show({ view: "unread" });
  const time = new Intl.DateTimeFormat("en", { timeStyle: "short" }).format(NEXT_AT);
  expect(said()).toEqual(["That’s everything", `No unread articles. The next check is at ${time}.`]);
  expect(buttons()).toEqual(["Show all articles", "Read later (1)"]);
  await press("Read later (1)");
  expect(reader.filter.value.view).toBe("later");
});

test.each<[view: Filter["view"], title: string, text: string, withoutKeys: string]>([
  [
    "starred",
    "No starred articles",
    "Press S or the star on any article to keep it here for good.",
    "Press the star on any article to keep it here for good.",
  ],
  [
    "later",
    "Nothing saved for later",
    "Press L on an article. It stays here until you finish it.",
    "Press the bookmark on any article. It stays here until you finish it.",
  ],
])("nothing %s: says how something comes there, by the key that does it", async (view, title, text, withoutKeys) => {
  await storeRead();
  await show({ view });
  expect(said()).toEqual([title, text]);
  nameKeys({ value: {} });
  await show({ view });
  expect(said()).toEqual([title, withoutKeys]);
});

test("an empty tag leads to all articles", async () => {
  await storeRead();
  await show({ tag: "harbour" });
  expect(said()).toEqual(["Nothing in Harbour", "New articles will appear here."]);
  await press("Show all articles");
  expect(reader.filter.value).toEqual({ view: "all", tag: null, feedId: null });
});

test("before the first articles there is their shape, and no words", async () => {
  await addFeed(db);
  await show();
  expect(document.querySelectorAll(".skel").length).toBeGreaterThan(0);
  expect(document.body.textContent).toBe("");
});

test("a first refresh that was stopped says so, and can be asked for again", async () => {
  await addFeed(db);
  await writeState(db, "refreshRun", { startedAt: NOW - 1_000, feedIds: [HOME_FEED], stoppedAt: NOW });
  await show();
  await vi.waitFor(() => expect(said()).toEqual(["Refresh stopped", "Nothing had been fetched by then."]));
  await press("Refresh");
  expect(seen).toEqual(["refresh null"]);
});

test("offline with nothing saved", async () => {
  await addFeed(db);
  await failing("offline");
  await show();
  expect(said()).toEqual([
    "You’re offline",
    "Nothing is saved yet. Foldline will fetch articles as soon as you’re connected.",
  ]);
  expect(buttons()).toEqual(["Try again"]);
});

test("no source answered: leads to what each of them said", async () => {
  await addFeed(db);
  await failing("timeout");
  await show();
  expect(said()).toEqual([
    "Couldn’t refresh",
    "No source answered. Your connection works, so they may be down or blocked.",
  ]);
  expect(buttons()).toEqual(["Try again", "See details"]);
  await press("See details");
  expect(reader.details.value).toEqual({ of: "sources", ids: [HOME_FEED] });
});
