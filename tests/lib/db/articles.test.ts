import { describe, expect, test } from "vitest";
import { getBody, listPage, setFlags } from "../../../lib/db/articles.ts";
import { markAllRead } from "../../../lib/db/marking.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import type { Filter } from "../../../lib/model.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

const all: Filter = { view: "all", tag: null, feedId: null };

const many = (count: number, sortAt = (i: number) => NOW + i) =>
  Array.from({ length: count }, (_, i) => makeDraft({ title: `Article ${i}`, sortAt: sortAt(i) }));

describe("a list", () => {
  test("comes newest first, page by page, without skipping or repeating ties", async () => {
    const db = makeDb();
    await store(db, { insert: many(23, (i) => NOW + Math.floor(i / 5)) });
    const seen: number[] = [];
    let cursor = null;
    for (let page = await listPage(db, all, cursor, 4); page.length > 0; page = await listPage(db, all, cursor, 4)) {
      seen.push(...page.map((article) => article.id));
      cursor = page.at(-1) ?? null;
    }
    expect(seen).toEqual(Array.from({ length: 23 }, (_, i) => 23 - i));
  });

  test("is narrowed by tag, by feed and by flag", async () => {
    const db = makeDb();
    await store(db, { insert: [makeDraft({ title: "a", tags: ["world", "law"] }), makeDraft({ title: "b" })] });
    await store(db, { insert: [makeDraft({ title: "c", feedId: "other", tags: ["law"] })] }, "other");
    await setFlags(db, [2], { starred: 1 });
    const titles = async (filter: Filter) => (await listPage(db, filter, null, 9)).map((article) => article.title);
    expect(await titles({ ...all, tag: "law" })).toEqual(["c", "a"]);
    expect(await titles({ ...all, feedId: "other" })).toEqual(["c"]);
    expect(await titles({ ...all, view: "starred" })).toEqual(["b"]);
  });
});

test("a body comes back as it was stored, from whatever chunk it was packed into", async () => {
  const db = makeDb();
  const text = (i: number) => `${i} `.repeat(40_000);
  const insert = Array.from({ length: 7 }, (_, i) =>
    makeDraft({ title: `${i}`, text: i === 3 ? null : { format: "html", source: text(i), baseUrl: null } }),
  );
  await store(db, { insert });
  expect(await db.bodies.count()).toBeGreaterThan(1);
  for (const article of await db.articles.toArray()) {
    const body = await getBody(db, article);
    expect(body?.source ?? null).toBe(article.title === "3" ? null : text(Number(article.title)));
  }
});

test("counters equal a recount after any mixture of writes", async () => {
  const db = makeDb();
  await store(db, { insert: many(30) });
  await store(db, { insert: [makeDraft({ title: "c", feedId: "other", tags: [] })] }, "other");
  await setFlags(db, [1, 2, 3, 3, 999], { starred: 1, unread: 0 });
  await setFlags(db, [2], { starred: 0, later: 1 });
  await markAllRead(db, { ...all, feedId: "other" }, 99);
  const stored = await db.articles.get(5);
  if (!stored) throw new Error("article 5 is not there");
  await store(db, { revise: [{ stored, draft: makeDraft({ title: "Article 4", tags: ["law"], starred: 1 }) }] });
  expect(new Map(await readCounts(db))).toEqual(await recount(db));
});
