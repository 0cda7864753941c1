import { describe, expect, test } from "vitest";
import type { Draft } from "../../../lib/db/draft.ts";
import { inscribed } from "../../../lib/db/tombstones.ts";
import type { Item } from "../../../lib/feed/document.ts";
import { itemsWithKeys } from "../../../lib/feed/identity.ts";
import type { Article } from "../../../lib/model.ts";
import { merge } from "../../../lib/refresh/merge.ts";
import { newFeed } from "../../../lib/db/feeds.ts";
import { NOW } from "../../support/rows.ts";

const feed = newFeed({ id: "F", url: "https://x.example/feed", title: "", homeUrl: null }, NOW);

const item = (fields: Partial<Item>): Item => ({
  ...{ guid: null, url: null, title: "", summary: "", body: null, authors: [], categories: [], publishedAt: null },
  ...{ updatedAt: null, publishedDateOnly: false, rawDate: null, heroUrl: null, heroAlt: "", enclosures: [] },
  ...{ commentsUrl: null, language: null, direction: null },
  ...fields,
});

/** The rows after these documents, one refresh each; every article is read before the next. */
function after(...documents: Partial<Item>[][]): Article[] {
  const rows = new Map<number, Article>();
  for (const document of documents) {
    for (const row of rows.values()) rows.set(row.id, { ...row, unread: 0 });
    const items = itemsWithKeys("F", document.map(item));
    const localNoon = (utcMidnight: number) => utcMidnight + 12 * 3_600_000;
    const merged = merge(
      items,
      { stored: [...rows.values()], buried: [] },
      { feed, now: NOW, isFirstLoad: false, localNoon },
    );
    for (const { stored, draft } of merged.revise) rows.set(stored.id, toRow(stored.id, draft));
    for (const draft of merged.insert) rows.set(rows.size + 1, toRow(rows.size + 1, draft));
  }
  return [...rows.values()];
}

function toRow(id: number, { text: _, ...draft }: Draft): Article {
  return { ...draft, id, body: null, places: [] };
}

const states = (rows: Article[]) => rows.map((row) => `${row.title}${row.unread ? " (new)" : ""}`).sort();
const link = (name: string) => `https://x.example/${name}`;

describe("nothing is lost, doubled or brought back", () => {
  test.each<[what: string, documents: Partial<Item>[][], expected: string[]]>([
    [
      "under one guid for all",
      [
        [2, 1].map((n) => ({ guid: "same", url: link(`${n}`), title: `Entry ${n}` })),
        [3, 2, 1].map((n) => ({ guid: "same", url: link(`${n}`), title: `Entry ${n}` })),
        [4, 3, 2].map((n) => ({ guid: "same", url: link(`${n}`), title: `Entry ${n}` })),
      ],
      ["Entry 1", "Entry 2", "Entry 3", "Entry 4 (new)"],
    ],
    [
      "when a guid that was one article's becomes everybody's",
      [
        [{ guid: "same", url: link("1"), title: "Entry 1" }],
        [2, 1].map((n) => ({ guid: "same", url: link(`${n}`), title: `Entry ${n}` })),
      ],
      ["Entry 1", "Entry 2 (new)"],
    ],
    [
      "with links that differ in their fragment only",
      [
        [{ url: link("log#1"), title: "v1" }],
        [2, 1].map((n) => ({ url: link(`log#${n}`), title: `v${n}` })),
        [3, 2, 1].map((n) => ({ url: link(`log#${n}`), title: `v${n}` })),
      ],
      ["v1", "v2", "v3 (new)"],
    ],
    [
      "with one link for all and no guid",
      [
        [{ url: link("log"), title: "One" }],
        [
          { url: link("log"), title: "Two" },
          { url: link("log"), title: "One" },
        ],
      ],
      ["One", "Two (new)"],
    ],
    [
      "when another article takes over a link",
      [
        [{ guid: "a", url: link("x"), title: "First" }],
        [
          { guid: "b", url: link("x"), title: "Second" },
          { guid: "a", url: link("y"), title: "First" },
        ],
        [
          { guid: "b", url: link("x"), title: "Second" },
          { guid: "a", url: link("y"), title: "First" },
        ],
      ],
      ["First", "Second"],
    ],
    [
      "in a feed of one item that keeps its link",
      [[{ guid: "mon", url: link(""), title: "Monday" }], [{ guid: "tue", url: link(""), title: "Tuesday" }]],
      ["Monday", "Tuesday (new)"],
    ],
    [
      "when guids change at every fetch",
      [1, 2, 3].map((fetch) =>
        ["a", "b"].map((name) => ({ guid: `${name}?t=${fetch}`, url: link(name), title: name })),
      ),
      ["a", "b"],
    ],
    [
      "when guids change at every fetch and a title is edited",
      [1, 2, 3].map((fetch) =>
        ["a", "b", "c", fetch === 1 ? "d" : "D"].map((title) => ({
          ...{ guid: `${title}?t=${fetch}`, url: link(title.toLowerCase()), title },
        })),
      ),
      ["D", "a", "b", "c"],
    ],
    ["when guids go away", [[{ guid: "1", url: link("a"), title: "a" }], [{ url: link("a"), title: "a" }]], ["a"]],
    [
      "when the document shrinks and grows again",
      [
        [
          { guid: "1", title: "a" },
          { guid: "2", title: "b" },
        ],
        [],
        [{ guid: "2", title: "b" }],
      ],
      ["a", "b"],
    ],
    [
      "when a title and text are edited",
      [[{ guid: "1", title: "a" }], [{ guid: "1", title: "A", summary: "s" }]],
      ["A"],
    ],
    [
      "when the order changes",
      [
        [
          { guid: "1", title: "a" },
          { guid: "2", title: "b" },
        ],
        [
          { guid: "2", title: "b" },
          { guid: "1", title: "a" },
        ],
      ],
      ["a", "b"],
    ],
  ])("%s", (_what, documents, expected) => {
    expect(states(after(...documents))).toEqual(expected);
  });
});

const many = (shape: (n: number) => Partial<Item>) => Array.from({ length: 10 }, (_, n) => shape(n));
const DAY = 24 * 3_600_000;

describe("a site that renames all it lists at once", () => {
  const before = many((n) => ({ guid: `${n}`, url: link(`${n}`), title: `Entry ${n}`, publishedAt: NOW - n * DAY }));

  test.each<[what: string, after: Partial<Item>[], isNew: number]>([
    [
      "other guids and titles under the same links",
      many((n) => ({ guid: `new ${n}`, url: link(`${n}`), title: `No. ${n}` })),
      0,
    ],
    [
      "other guids and links under the same titles",
      before.map((each, n) => ({ ...each, guid: `new ${n}`, url: link(`new/${n}`) })),
      0,
    ],
    [
      "the same, and two real news",
      [
        ...[0, 1].map((n) => ({ guid: `news ${n}`, title: `News ${n}` })),
        ...before.map((each, n) => ({ ...each, guid: `new ${n}`, url: link(`new/${n}`) })),
      ],
      2,
    ],
    [
      "links of which a third is other than before",
      many((n) => ({ guid: `new ${n}`, url: link(n < 3 ? `new/${n}` : `${n}`), title: `No. ${n}` })),
      10,
    ],
    [
      "a column of the same titles, a day later",
      before.map((each, n) => ({ ...each, guid: `new ${n}`, url: link(`new/${n}`), publishedAt: NOW - (n - 1) * DAY })),
      10,
    ],
    ["titles that several articles have", many((n) => ({ guid: `new ${n}`, title: "Entry 1" })), 10],
    ["a document of nine", before.slice(1).map((each, n) => ({ ...each, guid: `new ${n}`, url: link(`new/${n}`) })), 9],
  ])("%s", (_what, document, isNew) => {
    const rows = after(before, document);
    expect(rows.filter((row) => row.unread)).toHaveLength(isNew);
    expect(rows).toHaveLength(10 + isNew);
  });

  test("is doubtful, until it is seen beside the feed's other articles", () => {
    const items = itemsWithKeys("F", many((n) => ({ guid: `${n}` })).map(item));
    const arrival = { feed, now: NOW, isFirstLoad: false, localNoon: (utcMidnight: number) => utcMidnight };
    const known = { stored: [], buried: [] };
    expect(merge(items, known, arrival).isDoubtful).toBe(true);
    expect(merge(items, known, { ...arrival, isFirstLoad: true }).isDoubtful).toBe(false);
    expect(merge(items.slice(1), known, arrival).isDoubtful).toBe(false);
  });
});

describe("a deleted article that is listed still", () => {
  const known = (rows: Article[]) => ({
    stored: [],
    buried: rows.map((row) => ({ id: row.id, feedId: "F", seenAt: NOW, ...inscribed(row) })),
  });
  const came = (before: Partial<Item>, listed: Partial<Item>) => {
    const items = itemsWithKeys("F", [item(listed)]);
    const arrival = { feed, now: NOW, isFirstLoad: false, localNoon: (utcMidnight: number) => utcMidnight };
    return merge(items, known(after([before])), arrival).insert.length;
  };

  test.each<[what: string, before: Partial<Item>, after: Partial<Item>, came: number]>([
    ["the same", { guid: "1", url: link("a"), title: "A" }, { guid: "1", url: link("a"), title: "A" }, 0],
    ["with another title and text", { guid: "1", title: "A" }, { guid: "1", title: "B", summary: "b" }, 0],
    ["with another guid", { guid: "1", url: link("a"), title: "A" }, { guid: "2", url: link("a"), title: "A" }, 0],
    ["without its guid", { guid: "1", url: link("a"), title: "A" }, { url: link("a"), title: "A" }, 0],
    [
      "another article under its link",
      { guid: "1", url: link("a"), title: "A" },
      { guid: "2", url: link("a"), title: "B" },
      1,
    ],
    ["another article", { guid: "1", title: "A" }, { guid: "2", title: "A" }, 1],
  ])("%s", (_what, before, listed, expected) => {
    expect(came(before, listed)).toBe(expected);
  });
});

describe("the one key of order", () => {
  const sortAtOf = (fields: Partial<Item>) => after([fields])[0]?.sortAt;

  test.each<[what: string, fields: Partial<Item>, sortAt: number]>([
    ["a believable claim", { publishedAt: NOW - DAY }, NOW - DAY],
    ["no claim", {}, NOW],
    ["a claim from the future", { publishedAt: NOW + DAY }, NOW],
    ["a claim before 1990", { publishedAt: 0 }, NOW],
    [
      "a calendar day: its local noon",
      { publishedAt: Date.UTC(2024, 6, 1), publishedDateOnly: true },
      Date.UTC(2024, 6, 1, 12),
    ],
    [
      "today's calendar day: never later than the arrival",
      { publishedAt: Date.UTC(2024, 6, 4), publishedDateOnly: true },
      NOW,
    ],
  ])("%s", (_what, fields, sortAt) => {
    expect(sortAtOf(fields)).toBe(sortAt);
  });

  test("is frozen when the claim changes", () => {
    const [row] = after(
      [{ guid: "1", title: "a", publishedAt: NOW - DAY }],
      [{ guid: "1", title: "b", publishedAt: NOW }],
    );
    expect(row).toMatchObject({ title: "b", sortAt: NOW - DAY, publishedAt: NOW });
  });
});
