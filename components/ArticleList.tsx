import type { RefObject, VNode } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { locale, t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import { startOfDay } from "../lib/view/dates.ts";
import { dayTitle } from "../lib/view/dayTitle.ts";
import type { List } from "../lib/view/list.ts";
import type { ListItem } from "../lib/view/listItems.ts";
import type { ListPage } from "../lib/view/listPages.ts";
import { isSearching } from "../lib/view/searching.ts";
import { addressOf, isComing, type Pictures } from "../lib/view/pictureAddresses.ts";
import { isListed } from "../lib/view/isListed.ts";
import type { Reader } from "../lib/view/reader.ts";
import { alone } from "./alone.tsx";
import { ArticleRow, type RowVariant } from "./ArticleRow.tsx";
import { EmptyDoor } from "./EmptyDoor.tsx";
import { useStart } from "./listTop.ts";
import { useListWindow } from "./listWindow.ts";
import { useLoaded } from "./loaded.ts";
import { openRow } from "./openRow.ts";
import { RowButtons } from "./RowButtons.tsx";
import { sourceName } from "./sourceName.ts";

type Props = { reader: Reader; scroller: RefObject<HTMLDivElement | null> };

/** The rows under their days: those near what is in sight, however many there are. */
export const ArticleList = alone(({ reader, scroller }: Props) => {
  const items = useListWindow(reader, scroller);
  const stop = stopOf(reader);
  const Older = useLoaded(loadOlder, false);
  useStart(reader, scroller);
  useMarkPassed(reader, scroller);
  useFocus(reader, scroller);
  useQuietArrivals(reader, scroller);
  return (
    <div class="scroll" tabIndex={-1} ref={scroller}>
      <EmptyDoor reader={reader} />
      {items.length > 0 && <ul aria-label={t("articles")}>{drawItems(reader, items, stop)}</ul>}
      {Older && <Older older={reader.older} />}
    </div>
  );
});

const loadOlder = () => import("./OlderArticles.tsx").then(({ OlderArticles }) => OlderArticles);

function drawItems(reader: Reader, items: ListItem[], stop: Article | undefined): VNode[] {
  const stopDay = stop && startOfDay(stop.sortAt);
  const count = countOf(reader.list);
  let gaps = 0;
  return items.map((item) => {
    switch (item.kind) {
      case "day":
        return <DayHeader key={`day${item.day}`} reader={reader} day={item.day} isStop={item.day === stopDay} />;
      case "gap":
        // Nothing is in it for anybody: the rows around it say where in the list they stand.
        return <li key={`gap${gaps++}`} aria-hidden="true" style={{ blockSize: `${item.block}px` }} />;
      case "row":
        return (
          <Row
            key={item.article.id}
            {...{ reader, article: item.article, page: item.page, position: item.position, count }}
            isStop={item.article.id === stop?.id}
          />
        );
    }
  });
}

/** How many rows the list has: as counted when it was made, until its end is reached. */
function countOf({ pages, shown, hasMore }: List): number {
  const read = pages.value.reduce((sum, { ids }) => sum + ids.length, 0);
  return hasMore.value ? Math.max(read, shown.value?.count ?? 0) : read;
}

/** The Tab key stops at the button of the day whose row it stops at: one for each day would make the list a long way. */
function DayHeader({ reader, day, isStop }: { reader: Reader; day: number; isStop: boolean }) {
  const { name, date } = dayTitle(day, reader.now.value, locale());
  return (
    <li class="day">
      <h2>
        {name}
        <span>{date}</span>
      </h2>
      <button
        type="button"
        tabIndex={isStop ? 0 : -1}
        aria-label={t("markDayRead", name)}
        onClick={() => void reader.markDay(day)}
      >
        {t("markRead")}
      </button>
    </li>
  );
}

type RowProps = {
  reader: Reader;
  article: Article;
  page: ListPage;
  isStop: boolean;
  /** From 1, of `count`. */
  position: number;
  count: number;
};

function Row({ reader, article, page, isStop, position, count }: RowProps) {
  const { list, feeds } = reader;
  const pictures = list.held.peek().get(page)?.pictures.value ?? NO_PICTURES;
  const lead = list.lead.value;
  const isCompact = reader.appearance.value.density === "compact";
  const isLead = lead?.id === article.id && !reader.isTwoPane.value && !isCompact;
  const hero = isCompact ? undefined : article.hero?.url;
  const isShown = reader.isTwoPane.value && reader.openId.value === article.id;
  return (
    <ArticleRow
      article={article}
      variant={variantOf({ isLead, isCompact })}
      feedName={feeds.names.value.size > 1 ? (sourceName(feeds.names.value, article) ?? null) : null}
      thumbUrl={isLead ? lead.picture : addressOf(pictures, hero)}
      isPictureComing={isLead ? lead.picture === null : isComing(pictures, hero)}
      selected={isShown}
      isGone={!isListed(article, list.shown.value?.filter ?? reader.filter.value)}
      isStop={isStop}
      place={{ position, count }}
      now={reader.now.value}
      onOpen={(event) => openRow(reader, article, event)}
      onFocus={() => (reader.selectedId.value = article.id)}
      buttons={reader.isWhole.value && <RowButtons article={article} actions={reader} />}
    />
  );
}

function variantOf({ isLead, isCompact }: { isLead: boolean; isCompact: boolean }): RowVariant {
  if (isCompact) return "compact";
  return isLead ? "lead" : "normal";
}

const NO_PICTURES: Pictures = new Map();

/** The one row that the Tab key stops at. */
function stopOf(reader: Reader): Article | undefined {
  const rows = reader.list.rows.value;
  const selected = reader.selectedId.value;
  return rows.find((row) => row.id === selected) ?? rows[0];
}

type Scroller = RefObject<HTMLElement | null>;

/** Rows that are scrolled past are marked read, where somebody wants that. */
function useMarkPassed(reader: Reader, scroller: Scroller): void {
  const isWanted = reader.appearance.value.marksPassed;
  useEffect(() => {
    const box = scroller.current;
    if (!isWanted || !box) return;
    const stopped = new AbortController();
    void import("./passing.ts").then(({ markPassed }) => markPassed(reader, box, stopped.signal));
    return () => stopped.abort();
  }, [isWanted]);
}

function useFocus(reader: Reader, scroller: Scroller): void {
  const wish = reader.focusWish.value;
  const rows = reader.list.rows.value;
  useLayoutEffect(() => {
    const box = scroller.current;
    // Where something lies over the list, its rows are meant.
    if (!box || wish === null || wish.on === "heading" || wish.on === "field" || wish.on === "tag") return;
    if (isSearching(reader) || reader.isTagsOpen.peek()) return;
    const id = wish.on === "list" ? null : wish.id;
    const row = box.querySelector<HTMLElement>(`[data-article="${id}"]`);
    // Its page is being read: it was wished for, so it comes.
    if (!row && id !== null && reader.list.has(id)) return;
    reader.focusWish.value = null;
    if (wish.on === "rows" && isElsewhere(box)) return;
    // A list that starts where it was left has it in sight, and stays.
    if (wish.on !== "rows" || !reader.list.shown.peek()?.start) row?.scrollIntoView({ block: "nearest" });
    (row?.querySelector<HTMLElement>(".hl a") ?? box).focus({ preventScroll: true });
  }, [wish, rows]);
}

/** Focus that was lost is nowhere: the body has it. */
function isElsewhere(box: HTMLElement): boolean {
  const { activeElement, body } = document;
  return activeElement !== null && activeElement !== body && !box.contains(activeElement);
}

/** Nobody looks, and the list is where it would be after a click on the pill: what is new comes in by itself. */
function useQuietArrivals(reader: Reader, scroller: Scroller): void {
  const arrivals = reader.list.arrivals.value;
  useEffect(() => {
    const takeIn = () => {
      const isUnwatched = document.visibilityState === "hidden" && scroller.current?.scrollTop === 0;
      if (isUnwatched && reader.list.arrivals.peek() > 0) void reader.list.reload();
    };
    takeIn();
    document.addEventListener("visibilitychange", takeIn);
    return () => document.removeEventListener("visibilitychange", takeIn);
  }, [arrivals]);
}
