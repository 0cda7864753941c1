import { expect, test } from "vitest";
import { deleteArticles } from "../../../lib/db/deletion.ts";
import { tendIndex } from "../../../lib/db/indexing.ts";
import { openSearch } from "../../../lib/db/search.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { parseQuery } from "../../../lib/search/query.ts";
import { counted } from "../../support/countedReads.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

const titlesFor = async (db: Db, text: string): Promise<string[]> => {
  const feeds = await db.feeds.toArray();
  const { query } = parseQuery(text, (midnight) => midnight);
  const { articles } = await openSearch(db, query, { feeds, choices: new Map(), now: NOW }).next();
  return articles.map(({ title }) => title).sort();
};

test("a word of the text finds the article as soon as it is stored", async () => {
  const db = makeDb();
  const text = { format: "html", source: "<p>The river <em>rises</em></p>", baseUrl: null } as const;
  await store(db, { insert: [makeDraft({ title: "Flood", text }), makeDraft({ title: "Drought" })] });
  expect(await titlesFor(db, "river")).toEqual(["Flood"]);
  expect(await titlesFor(db, "drou")).toEqual(["Drought"]);
  expect(await titlesFor(db, "rain")).toEqual([]);
});

test("a changed article is found by its new words only", async () => {
  const db = makeDb();
  await store(db, { insert: [makeDraft({ title: "Flood" }), makeDraft({ title: "Drought" })] });
  const [stored] = await db.articles.toArray();
  if (!stored) throw new Error("nothing stored");
  await store(db, { revise: [{ stored, draft: makeDraft({ title: "Deluge", keys: stored.keys }) }] });
  expect(await titlesFor(db, "flood ")).toEqual([]);
  expect(await titlesFor(db, "deluge ")).toEqual(["Deluge"]);
  expect(await titlesFor(db, "text ")).toEqual(["Deluge", "Drought"]);
});

test("a deleted article is not found", async () => {
  const db = makeDb();
  await store(db, { insert: [makeDraft({ title: "Flood" }), makeDraft({ title: "Drought" })] });
  await deleteArticles(db, [1], NOW);
  expect(await titlesFor(db, "text")).toEqual(["Drought"]);
});

test("a phrase asks hardly an article that has its words apart", async () => {
  const db = makeDb();
  const draftOf = (title: string) => makeDraft({ title, text: null });
  const apart = Array.from({ length: 200 }, (_, i) => draftOf(`storm w${i} harbour`));
  await store(db, { insert: [...apart, draftOf("a storm harbour")] });
  const query = parseQuery('"storm harbour"', (midnight) => midnight).query;
  const search = openSearch(db, query, { feeds: [], choices: new Map(), now: NOW });
  const { rows } = await counted(async () => expect((await search.next()).articles).toHaveLength(1));
  expect(rows["articles"]).toBeLessThan(5);
});

test("the pages of a frequent word give each article once, though segments are merged between them", async () => {
  const db = makeDb();
  for (let i = 0; i < 12; i++) {
    const insert = Array.from({ length: 130 }, (_, n) =>
      makeDraft({ title: `Rain ${i}-${n}`, sortAt: NOW - i * 86_400_000 }),
    );
    await store(db, { insert });
  }
  const search = openSearch(db, parseQuery("rain ", (midnight) => midnight).query, {
    feeds: [],
    choices: new Map(),
    now: NOW,
  });
  const first = await search.next();
  expect(first.total).toBeNull();
  expect(first.articles.every(({ sortAt }) => sortAt > NOW - 5 * 86_400_000)).toBe(true);
  expect(await search.count(() => true)).toBe(1560);
  await tendIndex(db);
  const ids = first.articles.map(({ id }) => id);
  for (let isLast = false; !isLast;) {
    const page = await search.next();
    ids.push(...page.articles.map(({ id }) => id));
    isLast = page.isLast;
  }
  expect(ids).toHaveLength(1560);
  expect(new Set(ids).size).toBe(1560);
});

test("a phrase is looked for no longer than it is wanted, and from there on when it is wanted again", async () => {
  const db = makeDb();
  const insert = Array.from({ length: 300 }, (_, n) =>
    makeDraft({ title: n === 0 ? "River rise" : `Rise of a river ${n}`, sortAt: NOW - n }),
  );
  await store(db, { insert });
  const search = openSearch(db, parseQuery('"river rise"', (midnight) => midnight).query, {
    feeds: [],
    choices: new Map(),
    now: NOW,
  });
  let steps = 0;
  expect(await search.next(() => steps++ < 1)).toMatchObject({ articles: [], isLast: false });
  expect(await search.next()).toMatchObject({ articles: [{ title: "River rise" }], isLast: true });
});
