// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import type { Db } from "../../../lib/db/schema.ts";
import type { Answer } from "../../../lib/view/answer.ts";
import { perform } from "../../../lib/view/perform.ts";
import { clearSearch, openSearch } from "../../../lib/view/searching.ts";
import type { Reader } from "../../../lib/view/reader.ts";
import { makeReader } from "../../support/readers.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

let db: Db;
let reader: Reader;

beforeEach(async () => {
  db = makeDb();
  reader = await makeReader(db, 2);
});

test("nothing is searched until something is typed, and the last text typed is answered", async () => {
  await keep(["A glacier melts"]);
  openSearch(reader);
  expect(reader.search.value?.answer.value ?? null).toBeNull();
  for (const text of ["g", "gl", "glacier"]) reader.searchFor(text);
  const answer = await answered("glacier");
  expect([titles(answer), answer.total.value]).toEqual([["A glacier melts"], 1]);
});

test("what was found comes page by page, and J walks on from one page to the next", async () => {
  await keep(Array.from({ length: 120 }, (_, n) => `Harbour ${n}`));
  reader.searchFor("harbour");
  const answer = await answered("harbour");
  expect(answer.rows.value).toHaveLength(50);
  const last = answer.rows.value[49];
  if (!last) throw new Error("a page is full");
  const next = await reader.walk.neighbour(last, 1);
  expect([answer.rows.value.length, next?.id]).toEqual([100, answer.rows.value[50]?.id]);
  await answer.loadMore();
  await vi.waitFor(() => expect(answer.rows.value).toHaveLength(120));
  await answer.loadMore();
  expect([answer.hasMore.value, new Set(titles(answer)).size]).toEqual([false, 120]);
});

test("flags of what was found are those of the store, and the rows stay", async () => {
  await keep(["Harbour one", "Harbour two"]);
  reader.searchFor("is:unread harbour");
  const answer = await answered("is:unread harbour");
  const before = titles(answer);
  await setFlags(
    db,
    answer.rows.value.map((row) => row.id),
    { starred: 1, unread: 0 },
  );
  await vi.waitFor(() => expect(answer.rows.value.map((row) => [row.starred, row.unread])).toEqual([[1, 0], [1, 0]])); // prettier-ignore
  expect(titles(answer)).toEqual(before);
});

test("a snippet is of the summary where that was found, else of the text, and its hit comes early", async () => {
  const lead = "Words that go before it and are of no use to anybody who reads, again and again, in a long line. ";
  await keep(["Summarised"], { summary: `${lead}Gauges feed one map.` });
  await keep(["Written"], { summary: "Nothing.", text: { format: "markdown", source: `${lead}A **map** of it.`, baseUrl: null } }); // prettier-ignore
  reader.searchFor("map");
  const answer = await answered("map");
  const snippets = [...answer.hits.value.values()].map(({ snippet }) => snippet);
  for (const snippet of snippets) {
    expect(snippet.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(["map"]);
    expect(snippet[0]?.text).toMatch(/^….{10,44}$/);
  }
  const text = snippets.map((snippet) => snippet.map((piece) => piece.text).join("")).sort();
  expect(text[0]).toContain("A map of it.");
  expect(text[1]).toContain("Gauges feed one map.");
});

test("however many were found by their text alone, each row comes to say why", async () => {
  const text = { format: "markdown", source: "It has a map.", baseUrl: null } as const;
  await keep(
    Array.from({ length: 30 }, (_, n) => `Report ${n}`),
    { summary: "Nothing.", text },
  );
  reader.searchFor("map");
  const answer = await answered("map");
  const said = () => [...answer.hits.value.values()].filter(({ snippet }) => snippet.some(({ isHit }) => isHit));
  await vi.waitFor(() => expect(said()).toHaveLength(30));
});

test("keys that act on the list leave the list under a search alone", async () => {
  reader.searchFor("nothing of the kind");
  await answered("nothing of the kind");
  perform("markAllRead", { reader, place: "list", scrolling: { page: () => false } });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([reader.justDone.value, reader.counts.value.get("unread")]).toEqual([null, 2]);
});

test("Escape clears what was typed, then closes the search, then clears the filter", () => {
  reader.show({ tag: "world" });
  const escape = () => perform("clearFilter", { reader, place: "list", scrolling: { page: () => false } });
  reader.searchFor("map");
  escape();
  expect([reader.searched.value, reader.focusWish.value]).toEqual(["", { on: "field" }]);
  escape();
  expect([reader.searched.value, reader.filter.value.tag]).toEqual([null, "world"]);
  expect(clearSearch(reader)).toBe(false);
  escape();
  expect(reader.filter.value.tag).toBeNull();
});

test("a list that is chosen takes the place of the search", () => {
  reader.searchFor("map");
  reader.show({ view: "all" });
  expect(reader.searched.value).toBeNull();
});

test("at the end of an article the next unread one is the next of those that were found", async () => {
  await keep(["Harbour one", "Harbour two", "Harbour three"]);
  reader.searchFor("harbour");
  const answer = await answered("harbour");
  const [first, second, third] = answer.rows.value;
  if (!first || !second || !third) throw new Error("three were found");
  reader.open(first.id, "chosen");
  await vi.waitFor(() => expect(reader.nextUnread.value?.id).toBe(second.id));
  await setFlags(db, [second.id], { unread: 0 });
  await vi.waitFor(() => expect(reader.nextUnread.value?.id).toBe(third.id));
});

const keep = (names: string[], given: Partial<Parameters<typeof makeDraft>[0]> = {}) =>
  store(db, { insert: names.map((title, n) => makeDraft({ title, sortAt: NOW - (n + 100) * 3_600_000, ...given })) });

async function answered(text: string): Promise<Answer> {
  const answer = await vi.waitFor(() => {
    const found = reader.search.value?.answer.value;
    if (found?.text !== text) throw new Error("not answered yet");
    return found;
  });
  await vi.waitFor(() => expect(answer.total.value).not.toBeNull());
  return answer;
}

const titles = (answer: Answer) => answer.rows.value.map((row) => row.title);
