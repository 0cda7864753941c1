import { describe, expect, test } from "vitest";
import type { Article } from "../../../lib/model.ts";
import { decideNotice, type Situation } from "../../../lib/refresh/notice.ts";
import { makeDraft, NOW } from "../../support/rows.ts";

const HOUR = 3_600_000;

const article = (id: number, ...tags: string[]): Article => {
  const { text: _, isNews: __, ...row } = makeDraft({ title: `Article ${id}`, tags });
  return { ...row, id, body: null, places: [] };
};

const noon: Situation = {
  articles: [article(2, "world"), article(1, "world")],
  log: { shownAt: [], heldSince: null, articleIds: [] },
  now: NOW,
  minuteOfDay: 12 * 60,
  isReaderVisible: false,
  settings: { notifications: true, quietFrom: 22 * 60, quietUntil: 7 * 60 + 30 },
};

describe("what is told", () => {
  test("one article by itself", () => {
    const [only] = noon.articles;
    const decision = decideNotice({ ...noon, articles: only ? [only] : [] });
    expect(decision).toMatchObject({ kind: "show", notice: { kind: "article", article: { id: 2 } } });
  });

  test("several of one tag under the tag", () => {
    expect(decideNotice(noon)).toMatchObject({ kind: "show", notice: { kind: "tag", tag: "world" } });
  });

  test("several of many tags by number, the most frequent tag first", () => {
    const articles = [article(3, "law"), article(2, "world", "law"), article(1, "world"), article(4)];
    const tags = [
      { tag: "world", count: 2 },
      { tag: "law", count: 1 },
    ];
    expect(decideNotice({ ...noon, articles })).toMatchObject({ notice: { kind: "tags", tags } });
  });

  test("five hundred at once are one notification", () => {
    const articles = Array.from({ length: 500 }, (_, i) => article(i, "world"));
    const decision = decideNotice({ ...noon, articles });
    expect(decision).toMatchObject({ kind: "show", notice: { kind: "tag" }, log: { shownAt: [NOW] } });
  });
});

describe("what is not told", () => {
  test("nothing while someone is reading, with notifications off, or when all is read already", () => {
    expect(decideNotice({ ...noon, isReaderVisible: true }).kind).toBe("drop");
    expect(decideNotice({ ...noon, settings: { ...noon.settings, notifications: false } }).kind).toBe("drop");
    expect(decideNotice({ ...noon, articles: [] }).kind).toBe("drop");
  });

  test("a fifth within the hour waits for its turn", () => {
    const shownAt = [50, 40, 30, 20].map((minutes) => NOW - minutes * 60_000);
    const held = decideNotice({ ...noon, log: { ...noon.log, shownAt } });
    expect(held.kind).toBe("hold");
    expect(decideNotice({ ...noon, log: held.log, now: NOW + HOUR / 4 }).kind).toBe("show");
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
    expect(decideNotice(at(hours, minutes)).kind).toBe(kind);
  });

  test("end with one summary since they began", () => {
    const first = decideNotice(at(23));
    const later = decideNotice({ ...at(3), log: first.log, now: NOW + 4 * HOUR });
    const morning = decideNotice({ ...at(7, 30), log: later.log, now: NOW + 9 * HOUR });
    expect(morning).toMatchObject({ kind: "show", notice: { kind: "afterQuiet", since: NOW } });
    expect(morning.log.heldSince).toBeNull();
  });

  test("of equal ends are none", () => {
    const settings = { ...noon.settings, quietFrom: 60, quietUntil: 60 };
    expect(decideNotice({ ...at(1), settings }).kind).toBe("show");
  });
});
