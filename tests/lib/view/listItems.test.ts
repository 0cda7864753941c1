import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { placesOf } from "../../../lib/db/places.ts";
import type { Article } from "../../../lib/model.ts";
import { itemsOf, type ListItem } from "../../../lib/view/listItems.ts";
import type { HeldPage, ListPage } from "../../../lib/view/listPages.ts";
import { makeDraft } from "../../support/rows.ts";

const DAY = 86_400_000;
const heights = { ofPage: () => 200, ofDay: () => 30 };

/** Pages by the days of their rows; those in brackets are let go. */
function drawn(...days: (number[] | { gone: number[] })[]): string[] {
  let id = 0;
  const held = new Map<ListPage, HeldPage>();
  const pages = days.map((given, at) => {
    const rows = ("gone" in given ? given.gone : given).map((day) => row(++id, day));
    const end = rows.at(-1);
    const page: ListPage = { ids: rows.map((each) => each.id), last: end ?? null, isEnd: at === days.length - 1 };
    if (!("gone" in given)) held.set(page, { rows: signal(rows), pictures: signal(new Map()), stop: () => {} });
    return page;
  });
  return itemsOf({ pages, held, heights }).map(nameOf);
}

function row(id: number, day: number): Article {
  const { text: _, isNews: __, ...draft } = makeDraft({ title: "", sortAt: -day * DAY + 43_200_000 });
  return { ...draft, id, body: null, places: placesOf({ ...draft, id }) };
}

function nameOf(item: ListItem): string {
  if (item.kind === "row") return `${item.article.id} at ${item.position}`;
  return item.kind === "gap" ? `gap ${item.block}` : `day ${Math.round(-item.day / DAY)}`;
}

test("rows stand under the header of their day, across pages", () => {
  expect(drawn([1, 1], [1, 2])).toEqual(["day 1", "1 at 1", "2 at 2", "3 at 3", "day 2", "4 at 4"]);
});

test("pages that are let go make one gap", () => {
  expect(drawn({ gone: [1, 1] }, { gone: [1, 1] }, [2], { gone: [3] })).toEqual([
    "gap 400",
    "day 2",
    "5 at 5",
    "gap 200",
  ]);
});

test("the header of a day that began in a gap stands before it, and its height with it", () => {
  expect(drawn({ gone: [1, 2] }, [2, 3])).toEqual(["day 2", "gap 170", "3 at 3", "day 3", "4 at 4"]);
});

test("a day has one header, though it has a gap in it", () => {
  expect(drawn([1], { gone: [1] }, [1])).toEqual(["day 1", "1 at 1", "gap 200", "3 at 3"]);
});

test("a page whose articles are all gone is nothing", () => {
  expect(drawn([1], [], [1])).toEqual(["day 1", "1 at 1", "2 at 2"]);
});
