import { expect, test } from "vitest";
import { added, footerOf } from "../../../lib/db/backup.ts";
import { readBackup } from "../../../lib/db/readBackup.ts";
import { saved } from "../../support/backups.ts";
import { makeDb, makeDraft, store } from "../../support/rows.ts";

test("a file is JSON that other programs can read", async () => {
  const file = JSON.parse(await (await written()).text()) as { articles: { title: string }[]; feeds: object[] };
  expect(file.articles.map(({ title }) => title)).toEqual(["a", "b"]);
  expect(file.feeds).toHaveLength(1);
});

test("it says what it is, when it was saved and what is in it", async () => {
  const read = await readBackup(await written());
  expect(read).toMatchObject({ kind: "backup", version: 1, isWhole: true, settings: { theme: "dark" } });
  expect(read.kind === "backup" && read.counts).toEqual({ articles: 2, starred: 0, later: 0 });
});

test("lines may end as another system has them", async () => {
  const text = await (await written()).text();
  expect((await readBackup(new Blob([text.replaceAll("\n", "\r\n")]))).kind).toBe("backup");
});

test.each([
  ["nothing", ""],
  ["another program's JSON", '{"version":1,"feeds":[]}'],
  ["OPML", "<opml></opml>"],
])("%s is no backup", async (_what, text) => {
  expect(await readBackup(new Blob([text]))).toEqual({ kind: "notABackup" });
});

test("a file of a later version is told from a damaged one", async () => {
  const text = await (await written()).text();
  expect(await readBackup(new Blob([text.replace('"version":1', '"version":2')]))).toEqual({ kind: "tooNew" });
  expect(await readBackup(new Blob([text.slice(0, 300)]))).toEqual({ kind: "damaged" });
});

test.each([
  ["an article of no source", (line: string) => line.replaceAll("home", "away")],
  ["keys of another source", (line: string) => line.replace('"home g:a"', '"away g:a"')],
  ["an address that is none", (line: string) => line.replace('"url":null', '"url":"javascript:alert(1)"')],
  ["a flag that is none", (line: string) => line.replace('"unread":1', '"unread":"yes"')],
  ["a time that no calendar has", (line: string) => line.replace(/"sortAt":\d+/, '"sortAt":9e15')],
  ["no keys", (line: string) => line.replace('["home g:a"]', "[]")],
])("%s is refused even where the sum is right", async (_what, forge) => {
  const [first = "", a = "", b = ""] = (await (await written()).text()).split("\n");
  const lines = [first, forge(a), b];
  expect(lines[1]).not.toBe(a);
  const file = [...lines, footerOf(2, lines.reduce(added, "")), ""].join("\n");
  expect(await readBackup(new Blob([file]))).toEqual({ kind: "damaged" });
});

async function written(): Promise<Blob> {
  const db = makeDb();
  await store(db, { insert: ["a", "b"].map((title) => makeDraft({ title })) });
  return saved(db, "whole");
}
