import { beforeEach, describe, expect, test } from "vitest";
import { listFeeds } from "../../../lib/db/feeds.ts";
import { askSoon, importFeeds } from "../../../lib/db/importFeeds.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { createImporting, type ImportDeps } from "../../../lib/view/importing.ts";
import { addFeed, makeDb, NOW } from "../../support/rows.ts";

let db: Db;
let seen: string[];
beforeEach(() => {
  db = makeDb();
  seen = [];
});

function setUp(given: { answers?: boolean[]; allowed?: string[] } = {}) {
  const { answers = [], allowed = [] } = given;
  const deps: ImportDeps = {
    followed: () => listFeeds(db),
    askToFetchAll: async (urls) => {
      seen.push(`ask ${urls.join(" ")}`);
      return answers.shift() ?? false;
    },
    mayFetch: async (url) => allowed.includes(url),
    importFeeds: (listed) => importFeeds(db, listed, NOW),
    askSoon: (ids) => askSoon(db, ids, NOW + 5),
    refreshDue: async () => void seen.push("refresh"),
  };
  return createImporting(deps);
}

const fileOf = (...outlines: string[]): Blob =>
  new Blob([`<opml version="2.0"><body>${outlines.join("")}</body></opml>`]);
const outline = (name: string): string => `<outline type="rss" text="${name}" xmlUrl="https://${name}.example/feed"/>`;
const script = '<outline text="Trap" xmlUrl="javascript:alert(1)"/>';

test("a chosen file is looked into; nothing is stored, asked for or fetched", async () => {
  await addFeed(db, "a");
  const importing = setUp();
  await importing.choose(fileOf(outline("a"), outline("b"), outline("b"), script));
  expect(importing.state.value).toMatchObject({ kind: "asking", known: 1, tagged: 0, isWhole: true });
  expect(importing.state.value).toMatchObject({ fresh: [{ title: "b" }] });
  expect(importing.state.value).toMatchObject({
    leftOut: [
      { text: "a", url: "https://a.example/feed", why: "known" },
      { text: "b", url: "https://b.example/feed", why: "duplicate" },
      { text: "Trap", url: "javascript:alert(1)", why: "otherScheme" },
    ],
  });
  expect(await listFeeds(db)).toHaveLength(1);
  expect(seen).toEqual([]);
  importing.close();
  expect(importing.state.value).toEqual({ kind: "idle" });
});

test("the browser is asked once, for the new ones, in the click itself", async () => {
  await addFeed(db, "a");
  const importing = setUp();
  await importing.choose(fileOf(outline("a"), outline("b"), outline("c")));
  void importing.confirm();
  expect(seen).toEqual(["ask https://b.example/feed https://c.example/feed"]);
});

describe("an import", () => {
  test("that is allowed stores the sources and has them fetched", async () => {
    const importing = setUp({ answers: [true] });
    await importing.choose(fileOf(`<outline text="News">${outline("b")}</outline>`, script));
    await importing.confirm();
    expect(await listFeeds(db)).toMatchObject([{ title: "b", tags: ["news"], trouble: null }]);
    expect(importing.state.value).toMatchObject({ kind: "done", added: 1, known: 0, waiting: [], leftOut: [{}] });
    expect(seen.at(-1)).toBe("refresh");
  });

  test("that is refused stores them all the same; those that may not be fetched say so, until they are allowed", async () => {
    const importing = setUp({ answers: [false, false, true], allowed: ["https://b.example/feed"] });
    await importing.choose(fileOf(outline("b"), outline("c")));
    await importing.confirm();
    const troubles = async () => (await listFeeds(db)).map(({ title, trouble }) => [title, trouble?.kind]).sort();
    expect(await troubles()).toEqual([
      ["b", undefined],
      ["c", "noPermission"],
    ]);
    expect(importing.state.value).toMatchObject({ kind: "done", added: 2, waiting: [{ title: "c" }] });
    await importing.allow();
    expect(importing.state.value).toMatchObject({ waiting: [{ title: "c" }] });
    await importing.allow();
    expect(seen.slice(-2)).toEqual(["ask https://c.example/feed", "refresh"]);
    expect(importing.state.value).toMatchObject({ waiting: [] });
    expect((await troubles())[1]).toEqual(["c", undefined]);
  });

  test("is made once, however often the button is pressed", async () => {
    const importing = setUp({ answers: [true, true] });
    await importing.choose(fileOf(outline("b")));
    await Promise.all([importing.confirm(), importing.confirm()]);
    await importing.confirm();
    expect(seen).toEqual(["ask https://b.example/feed", "refresh"]);
    expect(await listFeeds(db)).toHaveLength(1);
  });

  test("counts what was followed meanwhile as known", async () => {
    const importing = setUp({ answers: [true] });
    await importing.choose(fileOf(outline("a"), outline("b")));
    await addFeed(db, "a");
    await importing.confirm();
    expect(importing.state.value).toMatchObject({ kind: "done", added: 1, known: 1 });
  });
});

test("a file that brings nothing new is only reported", async () => {
  await addFeed(db, "a");
  const importing = setUp();
  await importing.choose(fileOf(outline("a"), script));
  expect(importing.state.value).toMatchObject({ kind: "done", added: 0, known: 1, leftOut: [{}, {}] });
  await importing.choose(fileOf());
  expect(importing.state.value).toMatchObject({ kind: "done", added: 0, known: 0, leftOut: [] });
  await importing.confirm();
  await importing.allow();
  expect(seen).toEqual([]);
});

test.each([
  ["no OPML", new Blob(["<html><body>Sign in</body></html>"]), "notOpml"],
  ["empty", new Blob([]), "notOpml"],
  ["a feed", new Blob(['<rss version="2.0"><channel/></rss>']), "notOpml"],
  ["too large", new Blob([" ".repeat(2 * 1024 * 1024 + 1)]), "tooLarge"],
])("a file that is %s is said to be", async (_what, file, kind) => {
  const importing = setUp();
  await importing.choose(file);
  expect(importing.state.value).toEqual({ kind });
});
