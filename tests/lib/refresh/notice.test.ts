import { describe, expect, test } from "vitest";
import type { Article } from "../../../lib/model.ts";
import { decideNotices, tagOfNotice, type Decision, type Situation } from "../../../lib/refresh/notice.ts";
import { makeDraft, NOW } from "../../support/rows.ts";

const HOUR = 3_600_000;

const article = (id: number, ...tags: string[]): Article => {
  const { text: _, isNews: __, ...row } = makeDraft({ title: `Article ${id}`, tags });
  return { ...row, id, body: null, places: [] };
};

const noon: Situation = {
  fresh: [article(2, "world"), article(1, "world")],
  isForItself: () => false,
  standing: new Map(),
  log: { shownAt: [], heldSince: null },
  now: NOW,
  minuteOfDay: 12 * 60,
  isReaderVisible: false,
  settings: { notifications: true, quietHours: true, quietFrom: 22 * 60, quietUntil: 7 * 60 + 30 },
};

/** Of each notification its id, its kind and its articles. */
function shownBy(situation: Situation): [id: string, kind: string, articleIds: number[]][] {
  const decision = decideNotices(situation);
  return decision.kind === "show"
    ? decision.notices.map(({ id, kind, articles }) => [id, kind, articles.map((each) => each.id)])
    : [];
}

const shownLog = (decision: Decision) => decision.log.shown;

describe("what is told", () => {
  test("one article by itself, under the name of its tag", () => {
    expect(shownBy({ ...noon, fresh: [article(2, "world")] })).toEqual([["tag:world", "article", [2]]]);
  });

  test("several of one tag under the tag", () => {
    expect(shownBy(noon)).toEqual([["tag:world", "tag", [2, 1]]]);
    expect(tagOfNotice("tag:world")).toBe("world");
  });

  test("several of many tags by number, the most frequent tag first", () => {
    const fresh = [article(3, "law"), article(2, "world", "law"), article(1, "world"), article(4)];
    const tags = [
      { tag: "world", count: 2 },
      { tag: "law", count: 1 },
    ];
    expect(shownBy({ ...noon, fresh })).toEqual([["all", "tags", [3, 2, 1, 4]]]);
    expect(decideNotices({ ...noon, fresh })).toMatchObject({ notices: [{ tags }] });
    expect(tagOfNotice("all")).toBeNull();
  });

  test("five hundred at once are one notification", () => {
    const fresh = Array.from({ length: 500 }, (_, i) => article(i, "world"));
    expect(shownBy({ ...noon, fresh })).toHaveLength(1);
    expect(shownBy({ ...noon, fresh, isForItself: () => true })).toHaveLength(1);
    expect(decideNotices({ ...noon, fresh })).toMatchObject({ log: { shownAt: [NOW] } });
  });
});

describe("each article by itself", () => {
  const each = { ...noon, isForItself: ({ tags }: Article) => tags.includes("urgent") };

  test("has a notification of its own, beside that of the others", () => {
    const fresh = [article(3, "urgent"), article(2, "world"), article(1, "world")];
    expect(shownBy({ ...each, fresh })).toEqual([
      ["article:3", "article", [3]],
      ["tag:world", "tag", [2, 1]],
    ]);
  });

  test("up to three at once; of more one notification says how many", () => {
    const fresh = [3, 2, 1].map((id) => article(id, "urgent"));
    expect(shownBy({ ...each, fresh }).map(([id]) => id)).toEqual(["article:3", "article:2", "article:1"]);
    expect(shownBy({ ...each, fresh: [article(4, "urgent"), ...fresh] })).toEqual([
      ["tag:urgent", "tag", [4, 3, 2, 1]],
    ]);
  });

  test("only as far as the four of an hour allow", () => {
    const fresh = [article(2, "urgent"), article(1, "urgent")];
    const shownAt = [30, 20, 10].map((minutes) => NOW - minutes * 60_000);
    expect(shownBy({ ...each, fresh, log: { ...noon.log, shownAt } })).toEqual([["tag:urgent", "tag", [2, 1]]]);
  });
});

describe("what nobody has answered", () => {
  test("adds up under the same tag", () => {
    const standing = new Map([["tag:world", [article(1, "world")]]]);
    expect(shownBy({ ...noon, fresh: [article(2, "world")], standing })).toEqual([["tag:world", "tag", [2, 1]]]);
  });

  test("of another tag stays as it is", () => {
    const standing = new Map([["tag:law", [article(1, "law")]]]);
    const decision = decideNotices({ ...noon, fresh: [article(2, "world")], standing });
    expect(decision).toMatchObject({ notices: [{ id: "tag:world" }], merged: [] });
    expect(shownLog(decision)).toEqual({ "tag:law": [1], "tag:world": [2] });
  });

  test("is taken into the one of all tags, which takes up whatever comes then", () => {
    const standing = new Map([
      ["tag:law", [article(1, "law")]],
      ["article:9", [article(9, "urgent")]],
    ]);
    const mixed = decideNotices({ ...noon, fresh: [article(3, "world"), article(2, "arts")], standing });
    expect(mixed).toMatchObject({ notices: [{ id: "all" }], merged: ["tag:law"] });
    expect(shownLog(mixed)).toEqual({ all: [3, 2, 1], "article:9": [9] });
    const all = new Map([["all", [article(3, "world")]]]);
    expect(shownBy({ ...noon, fresh: [article(4, "arts")], standing: all })).toEqual([["all", "tags", [4, 3]]]);
  });

  test("and has been swept away since is forgotten", () => {
    const log = { ...noon.log, shown: { "tag:law": [1] } };
    expect(shownLog(decideNotices({ ...noon, fresh: [article(2, "world")], log }))).toEqual({ "tag:world": [2] });
  });
});

describe("what is not told", () => {
  test("nothing while someone is reading, with notifications off, or when all is read already", () => {
    expect(decideNotices({ ...noon, isReaderVisible: true }).kind).toBe("drop");
    expect(decideNotices({ ...noon, settings: { ...noon.settings, notifications: false } }).kind).toBe("drop");
    expect(decideNotices({ ...noon, fresh: [] }).kind).toBe("drop");
  });

  test("a fifth within the hour waits for its turn", () => {
    const shownAt = [50, 40, 30, 20].map((minutes) => NOW - minutes * 60_000);
    const held = decideNotices({ ...noon, log: { ...noon.log, shownAt } });
    expect(held.kind).toBe("hold");
    expect(decideNotices({ ...noon, log: held.log, now: NOW + HOUR / 4 }).kind).toBe("show");
  });
});

describe("quiet hours", () => {
  const at = (hours: number, minutes = 0) => ({ ...noon, minuteOfDay: hours * 60 + minutes });

  test.each([
    [21, 59, "show"],
    [22, 0, "hold"],
    [3, 0, "hold"],
    [7, 29, "hold"],
    [7, 30, "show"],
  ])("at %i:%i: %s", (hours, minutes, kind) => {
    expect(decideNotices(at(hours, minutes)).kind).toBe(kind);
  });

  test("end with one summary since they began, whatever was to be told by itself", () => {
    const first = decideNotices(at(23));
    const later = decideNotices({ ...at(3), log: first.log, now: NOW + 4 * HOUR });
    const standing = new Map([["tag:law", [article(9, "law")]]]);
    const morning = decideNotices({
      ...{ ...at(7, 30), log: later.log, now: NOW + 9 * HOUR },
      ...{ standing, isForItself: () => true },
    });
    expect(morning).toMatchObject({ notices: [{ id: "all", kind: "afterQuiet", since: NOW }], merged: ["tag:law"] });
    expect(morning.log).toMatchObject({ heldSince: null, shown: { all: [2, 1, 9] } });
  });

  test("of equal ends, or switched off, are none", () => {
    const settings = { ...noon.settings, quietFrom: 60, quietUntil: 60 };
    expect(decideNotices({ ...at(1), settings }).kind).toBe("show");
    expect(decideNotices({ ...at(23), settings: { ...noon.settings, quietHours: false } }).kind).toBe("show");
  });
});
