// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import type { Reader } from "../../../lib/view/reader.ts";
import { makeReader, shown } from "../../support/readers.ts";
import { makeDb, NOW, rewrite } from "../../support/rows.ts";

const LATER = NOW + 3_600_000;
const markdown = (source: string) => ({ format: "markdown" as const, source, baseUrl: null });

async function openOne() {
  const db = makeDb();
  const reader = await makeReader(db, 1);
  reader.open(1, "chosen");
  await shown(reader);
  await vi.waitFor(() => expect(textOf(reader)).toBe("Text of 1"));
  return { db, reader };
}

const textOf = ({ reading: { text } }: Reader) =>
  text.value.kind === "ready" ? text.value.body.fragment.textContent : text.value.kind;

test("an article that its publisher changes while it is open stays as it was, and says when it changed", async () => {
  const { db, reader } = await openOne();
  expect(reader.reading.changedAt.value).toBeNull();
  await rewrite(db, 1, { title: "Another headline", text: markdown("Other words altogether") }, LATER);
  await vi.waitFor(() => expect(reader.reading.changedAt.value).toBe(LATER));
  expect(reader.reading.article.value?.title).toBe("1");
  expect(reader.reading.article.value?.revisedAt).toBeUndefined();
  expect(textOf(reader)).toBe("Text of 1");
});

test("its flags are the reader's, and follow the store meanwhile", async () => {
  const { db, reader } = await openOne();
  await rewrite(db, 1, { title: "Another headline" }, LATER);
  await setFlags(db, [1], { starred: 1 });
  await vi.waitFor(() => expect(reader.reading.article.value?.starred).toBe(1));
  expect(reader.reading.article.value?.title).toBe("1");
});

test("the new version is drawn when it is asked for, and then nothing is new any more", async () => {
  const { db, reader } = await openOne();
  await rewrite(db, 1, { title: "Another headline", text: markdown("Other words altogether") }, LATER);
  await vi.waitFor(() => expect(reader.reading.changedAt.value).toBe(LATER));
  const kinds: string[] = [];
  const stop = reader.reading.text.subscribe((text) => kinds.push(text.kind));
  reader.reading.showNewVersion();
  await vi.waitFor(() => expect(textOf(reader)).toBe("Other words altogether"));
  stop();
  expect(reader.reading.article.value).toMatchObject({ title: "Another headline", revisedAt: LATER });
  expect(reader.reading.changedAt.value).toBeNull();
  // It lost its height at no moment.
  expect(new Set(kinds)).toEqual(new Set(["ready"]));
});

test("a change of its picture or markup alone says nothing", async () => {
  const { db, reader } = await openOne();
  await rewrite(db, 1, { text: markdown("**Text** of 1"), hero: { url: "https://x.example/a.jpg", alt: "" } }, LATER);
  await setFlags(db, [1], { starred: 1 });
  await vi.waitFor(() => expect(reader.reading.article.value?.starred).toBe(1));
  expect(reader.reading.changedAt.value).toBeNull();
  expect(reader.reading.article.value?.hero).toBeNull();
});

test("what it said before is at hand, the latest first", async () => {
  const { db, reader } = await openOne();
  for (const n of [1, 2]) await rewrite(db, 1, { title: `Headline ${n}` }, LATER + n);
  await vi.waitFor(() => expect(reader.reading.revisions.value.map(({ title }) => title)).toEqual(["Headline 1", "1"]));
});
