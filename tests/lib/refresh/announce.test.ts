import { beforeEach, describe, expect, test } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import { HOME_FEED } from "../../../lib/db/feeds.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { announceArrivals, type AnnounceDeps } from "../../../lib/refresh/announce.ts";
import type { Notice } from "../../../lib/refresh/notice.ts";
import { mute } from "../../../lib/tags/choosing.ts";
import { choose } from "../../support/choosing.ts";
import { addFeed, makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

let db: Db;
let shown: Notice[];
let up: Set<string>;
let deps: AnnounceDeps;

beforeEach(() => {
  db = makeDb();
  shown = [];
  up = new Set();
  deps = {
    db,
    now: () => NOW,
    settings: async () => ({ notifications: true, quietHours: false, quietFrom: 0, quietUntil: 0 }),
    isReaderVisible: async () => false,
    showing: async () => [...up],
    show: async (notice) => void shown.push(notice),
    clear: async (id) => void up.delete(id),
  };
});

const arrive = (...titles: string[]) => store(db, { insert: titles.map((title) => makeDraft({ title })) });
const idsOf = (notice: Notice) => notice.articles.map((article) => article.id);

describe("arrivals", () => {
  test("are told once, newest first", async () => {
    await arrive("a", "b");
    await announceArrivals(deps);
    await announceArrivals(deps);
    expect(shown.map(idsOf)).toEqual([[2, 1]]);
  });

  test("read before they are told are not told", async () => {
    await arrive("a", "b");
    await setFlags(db, [1, 2], { unread: 0 });
    await announceArrivals(deps);
    expect(shown).toEqual([]);
  });

  test("of a muted tag are not told", async () => {
    await choose(db, mute("sport"));
    await store(db, { insert: [makeDraft({ title: "Cup", tags: ["world", "sport"] })] });
    await announceArrivals(deps);
    expect(shown).toEqual([]);
  });

  test("are told again when the worker died before it could note that they were", async () => {
    await arrive("a");
    const dying = { ...deps, show: () => Promise.reject(new Error("killed")) };
    await expect(announceArrivals(dying)).rejects.toThrow("killed");
    await announceArrivals(deps);
    expect(shown.map(idsOf)).toEqual([[1]]);
  });

  test("add up in a notification that nobody has answered", async () => {
    await arrive("a");
    await announceArrivals(deps);
    up.add("tag:world");
    await arrive("b");
    await announceArrivals(deps);
    expect(shown.map(idsOf)).toEqual([[1], [2, 1]]);
  });

  test("of two tags go into one, and what stood under the tag is taken away", async () => {
    await arrive("a");
    await announceArrivals(deps);
    up.add("tag:world");
    await store(db, { insert: ["law", "arts"].map((tag) => makeDraft({ title: tag, tags: [tag] })) });
    await announceArrivals(deps);
    expect(shown.map(({ id }) => id)).toEqual(["tag:world", "all"]);
    expect(shown.map(idsOf)).toEqual([[1], [3, 2, 1]]);
    expect([...up]).toEqual([]);
  });

  test("take away a notification whose articles were read meanwhile", async () => {
    await arrive("a");
    await announceArrivals(deps);
    up.add("tag:world").add("of somebody else");
    await setFlags(db, [1], { unread: 0 });
    await store(db, { insert: [makeDraft({ title: "b", tags: ["law"] })] });
    await announceArrivals(deps);
    expect(shown.map(idsOf)).toEqual([[1], [2]]);
    expect([...up]).toEqual(["of somebody else"]);
  });

  test("of one that was answered do not", async () => {
    await arrive("a");
    await announceArrivals(deps);
    await arrive("b");
    await announceArrivals(deps);
    expect(shown.map(idsOf)).toEqual([[1], [2]]);
  });

  test("while someone reads are forgotten", async () => {
    await arrive("a");
    await announceArrivals({ ...deps, isReaderVisible: async () => true });
    await announceArrivals(deps);
    expect(shown).toEqual([]);
  });

  test("that came while the notification was being shown are kept for the next", async () => {
    await arrive("a");
    await announceArrivals({ ...deps, show: () => arrive("late") });
    await announceArrivals(deps);
    expect(shown.map(idsOf)).toEqual([[2]]);
  });
});

describe("what people chose for a tag or a source", () => {
  const arriveTagged = (...tags: string[]) =>
    store(db, { insert: tags.map((tag) => makeDraft({ title: `of ${tag}`, tags: [tag] })) });

  test("counts alone or not at all is not told of, and tells nobody later", async () => {
    await db.tags.bulkPut([
      { tag: "sport", alerts: "count" },
      { tag: "gossip", alerts: "ignore" },
    ]);
    await arriveTagged("sport", "gossip", "world");
    await announceArrivals(deps);
    await db.tags.clear();
    await announceArrivals(deps);
    expect(shown.map(({ id }) => id)).toEqual(["tag:world"]);
  });

  test("each by itself is told so", async () => {
    await addFeed(db);
    await db.feeds.update(HOME_FEED, { alerts: "each" });
    await arriveTagged("world", "law");
    await announceArrivals(deps);
    expect(shown.map(({ id }) => id)).toEqual(["article:2", "article:1"]);
  });
});
