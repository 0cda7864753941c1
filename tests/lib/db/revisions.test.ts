import { beforeEach, expect, test } from "vitest";
import { getArticle, getBody, setFlags } from "../../../lib/db/articles.ts";
import type { Draft } from "../../../lib/db/draft.ts";
import { getRevisions } from "../../../lib/db/versions.ts";
import type { Db } from "../../../lib/db/schema.ts";
import type { Article } from "../../../lib/model.ts";
import { makeDb, makeDraft, NOW, rewrite, store } from "../../support/rows.ts";

const html = (source: string) => ({ format: "html" as const, source, baseUrl: null });
const hundred = Array.from({ length: 100 }, (_, n) => `word${n}`);
const LATER = NOW + 3_600_000;

let db: Db;

beforeEach(async () => {
  db = makeDb();
  await store(db, { insert: [makeDraft({ title: "Title", text: html(`<p>${hundred.join(" ")}</p>`), updatedAt: 7 })] });
});

const stored = async (): Promise<Article> => {
  const article = await getArticle(db, 1);
  if (!article) throw new Error("not stored");
  return article;
};

const change = (fields: Partial<Draft>, now = LATER) => rewrite(db, 1, fields, now);

test("a changed text is replaced, its earlier version kept and the article marked; flags and place stay", async () => {
  await setFlags(db, [1], { unread: 0, starred: 1 });
  const before = await stored();
  const after = await change({ title: "Title", text: html("<p>Other words</p>"), updatedAt: 8 });
  expect(after).toEqual({ ...before, updatedAt: 8, body: after.body, revisedAt: LATER });
  expect((await getBody(db, after))?.source).toBe("<p>Other words</p>");
  expect(await getRevisions(db, 1)).toEqual([
    { id: 1, articleId: 1, replacedAt: LATER, title: "Title", updatedAt: 7, body: html(`<p>${hundred.join(" ")}</p>`) },
  ]);
});

test("two words of a hundred are kept as a revision, without a mark", async () => {
  const after = await change({ text: html(`<p>${hundred.with(5, "one").with(50, "two").join(" ")}</p>`) });
  expect(after.revisedAt).toBeUndefined();
  expect(await getRevisions(db, 1)).toHaveLength(1);
});

test("markup alone, a picture or a label changes in silence", async () => {
  const after = await change({ text: html(`<div><b>${hundred.join(" ")}</b></div>`), tags: ["law"] });
  expect((await getBody(db, after))?.source).toContain("<b>");
  expect(after).toMatchObject({ tags: ["law"] });
  expect(after.revisedAt).toBeUndefined();
  expect(await getRevisions(db, 1)).toEqual([]);
});

test("an unchanged text stays where it lies", async () => {
  const before = await stored();
  expect((await change({ title: "Another title" })).body).toEqual(before.body);
  expect(await db.bodies.count()).toBe(1);
});

test("the mark of a change outlasts smaller ones after it", async () => {
  await change({ title: "Five words put in anew" });
  expect((await change({ title: "Five words put in now" }, LATER + 1)).revisedAt).toBe(LATER);
});

test("the newest five are kept, the latest first", async () => {
  for (let n = 1; n <= 8; n++) await change({ title: `Title ${n}` }, LATER + n);
  const titles = (await getRevisions(db, 1)).map((revision) => revision.title);
  expect(titles).toEqual(["Title 7", "Title 6", "Title 5", "Title 4", "Title 3"]);
});

test("of a very long text its words are kept, as far as they fit", async () => {
  await change({ text: html(`<p>${"long words ".repeat(20_000)}</p>`) });
  await change({ text: html("<p>Short</p>") });
  const [latest] = await getRevisions(db, 1);
  expect(latest?.body).toMatchObject({ format: "text", source: expect.stringMatching(/^long words long/) });
  expect(latest?.body?.source).toHaveLength(128 * 1024);
});

test("an article of a summary alone is compared by it", async () => {
  await change({ text: null, summary: "Short and good" });
  expect((await change({ summary: "Something else now" }, LATER + 1)).revisedAt).toBe(LATER + 1);
  expect(await getRevisions(db, 1)).toMatchObject([{ body: null }, { body: { format: "html" } }]);
});
