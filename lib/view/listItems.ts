import type { Article } from "../model.ts";
import { startOfDay } from "./dates.ts";
import type { HeldPage, ListPage } from "./listPages.ts";

/** What a list is drawn of. A gap stands where pages were let go, and is as high as they were. */
export type ListItem =
  | { kind: "day"; day: number }
  | { kind: "gap"; block: number }
  | { kind: "row"; article: Article; page: ListPage; position: number };

/** In pixels. `ofPage` is that of its rows and of the headers of the days that begin in it. */
export type Heights = { ofPage: (page: ListPage) => number; ofDay: () => number };

export type Pages = { pages: readonly ListPage[]; held: ReadonlyMap<ListPage, HeldPage>; heights: Heights };

/** The rows that are here, each under the header of its day. */
export function itemsOf({ pages, held, heights }: Pages): ListItem[] {
  const items: ListItem[] = [];
  let day: number | null = null;
  let gap = 0;
  let position = 1;
  const endGap = () => {
    if (gap > 0) items.push({ kind: "gap", block: gap });
    gap = 0;
  };
  for (const [at, page] of pages.entries()) {
    const rows = held.get(page)?.rows.value;
    if (!rows) gap += heights.ofPage(page);
    for (const [i, article] of rows?.entries() ?? []) {
      const its = startOfDay(article.sortAt);
      if (its !== day) {
        // A day that began in the gap: from before it, its header can stay in sight.
        if (gap > 0 && its === dayAtEnd(pages[at - 1])) gap -= heights.ofDay();
        else endGap();
        items.push({ kind: "day", day: (day = its) });
      }
      endGap();
      items.push({ kind: "row", article, page, position: position + i });
    }
    position += page.ids.length;
  }
  endGap();
  return items;
}

const dayAtEnd = (page: ListPage | undefined): number | null => (page?.last ? startOfDay(page.last.sortAt) : null);
