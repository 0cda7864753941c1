import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { locale, t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import { dayTitle } from "../lib/view/dates.ts";
import { byDay } from "../lib/view/days.ts";
import { openingOf } from "../lib/view/opening.ts";
import { addressOf, isComing } from "../lib/view/pictureAddresses.ts";
import { isInView, type Reader } from "../lib/view/reader.ts";
import { ArticleRow } from "./ArticleRow.tsx";
import { ListEmpty } from "./ListEmpty.tsx";
import { OlderArticles } from "./OlderArticles.tsx";

/** The rows under their days. More are read before the end comes into sight. */
export function ArticleList({ reader, scroller }: { reader: Reader; scroller: RefObject<HTMLDivElement | null> }) {
  const { list } = reader;
  const rows = list.rows.value;
  const isEmpty = list.shown.value !== null && rows.length === 0;
  const stop = stopOf(reader);
  useStartAtTop(reader, scroller);
  useFocus(reader, scroller);
  useQuietArrivals(reader, scroller);
  return (
    <div class="scroll" tabIndex={-1} ref={scroller}>
      {isEmpty && <ListEmpty reader={reader} />}
      {rows.length > 0 && (
        <ul aria-label={t("articles")}>
          {byDay(rows).flatMap(({ day, rows: ofDay }) => [
            <DayHeader key={`day${day}`} reader={reader} day={day} isStop={ofDay.some(({ id }) => id === stop)} />,
            ...ofDay.map((article) => (
              <Row key={article.id} reader={reader} article={article} isStop={article.id === stop} />
            )),
          ])}
        </ul>
      )}
      <OlderArticles older={reader.older} />
      {list.hasMore.value && <Sentinel key={rows.length} onNear={() => void list.loadMore()} />}
    </div>
  );
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
      <button type="button" tabIndex={isStop ? 0 : -1} onClick={() => void reader.markDay(day)}>
        {t("markRead")}
        <span class="vh"> {name}</span>
      </button>
    </li>
  );
}

function Row({ reader, article, isStop }: { reader: Reader; article: Article; isStop: boolean }) {
  const { list, feeds } = reader;
  const thumbs = list.thumbs.value;
  const lead = list.lead.value;
  const isLead = lead?.id === article.id && !reader.isTwoPane.value;
  const isShown = reader.isTwoPane.value && reader.openId.value === article.id;
  return (
    <ArticleRow
      article={article}
      variant={isLead ? "lead" : "normal"}
      feedName={feeds.names.value.size > 1 ? (feeds.names.value.get(article.feedId) ?? null) : null}
      thumbUrl={isLead ? lead.picture : addressOf(thumbs, article.hero?.url)}
      isPictureComing={isLead ? lead.picture === null : isComing(thumbs, article.hero?.url)}
      selected={isShown}
      isGone={!isInView(article, list.shown.value?.filter.view ?? "all")}
      isStop={isStop}
      now={reader.now.value}
      onOpen={(event) => openRow(reader, article, event)}
      onFocus={() => (reader.selectedId.value = article.id)}
      actions={reader}
    />
  );
}

/** The one row that the Tab key stops at. */
function stopOf(reader: Reader): number | undefined {
  const rows = reader.list.rows.value;
  const selected = reader.selectedId.value;
  return rows.some((row) => row.id === selected) ? (selected ?? undefined) : rows[0]?.id;
}

function openRow(reader: Reader, article: Article, event: MouseEvent): void {
  const opening = openingOf(event);
  if (opening === null) return;
  event.preventDefault();
  if (opening === "here") reader.open(article.id, "chosen");
  if (opening === "originalBehind") reader.openOriginal(article, "background");
  if (opening === "fullTab") reader.openTab(article.id);
}

type Scroller = RefObject<HTMLElement | null>;

/** Another list starts at its top. */
function useStartAtTop(reader: Reader, scroller: Scroller): void {
  const turn = reader.list.shown.value?.turn;
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [turn]);
}

function useFocus(reader: Reader, scroller: Scroller): void {
  const wish = reader.focusWish.value;
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || wish === null || wish.on === "heading") return;
    reader.focusWish.value = null;
    if (wish.on === "rows" && isElsewhere(box)) return;
    const row = wish.on === "list" ? null : box.querySelector<HTMLElement>(`[data-article="${wish.id}"]`);
    row?.scrollIntoView({ block: "nearest" });
    (row?.querySelector<HTMLElement>(".hl a") ?? box).focus({ preventScroll: true });
  }, [wish]);
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

/** Made anew for each page, so that a page too short to fill the list asks for the next one. */
function Sentinel({ onNear }: { onNear: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const root = place.current.parentElement;
    const watching = new IntersectionObserver(([entry]) => entry?.isIntersecting && onNear(), {
      root,
      rootMargin: "800px",
    });
    watching.observe(place.current);
    return () => watching.disconnect();
  }, []);
  return <div ref={place} />;
}
