import { beforeEach, describe, expect, test } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { announceArrivals, type AnnounceDeps } from "../../../lib/refresh/announce.ts";
import type { Notice } from "../../../lib/refresh/notice.ts";
import { mute } from "../../../lib/tags/choosing.ts";
import { choose } from "../../support/choosing.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

let db: Db;
let shown: Notice[];
let isShowing: boolean;
let deps: AnnounceDeps;

beforeEach(() => {
  db = makeDb();
  shown = [];
  isShowing = false;
  deps = {
    db,
    now: () => NOW,
    settings: async () => ({ notifications: true, quietFrom: 0, quietUntil: 0 }),
    isReaderVisible: async () => false,
    isShowing: async () => isShowing,
    show: async (notice) => void shown.push(notice),
  };
});

const arrive = (...titles: string[]) => store(db, { insert: titles.map((title) => makeDraft({ title })) });
const idsOf = (notice: Notice | undefined) =>
  notice && (notice.kind === "article" ? [notice.article.id] : notice.articles.map((article) => article.id));

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
    isShowing = true;
    await arrive("b");
    await announceArrivals(deps);
    expect(shown.map(idsOf)).toEqual([[1], [2, 1]]);
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
