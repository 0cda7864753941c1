import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { plural, t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import type { Answer } from "../lib/view/answer.ts";
import { clearSearch } from "../lib/view/searching.ts";
import { addressOf, isComing } from "../lib/view/pictureAddresses.ts";
import type { Reader } from "../lib/view/reader.ts";
import { ArticleRow } from "./ArticleRow.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { NearEnd } from "./NearEnd.tsx";
import { openRow } from "./openRow.ts";
import { RowButtons } from "./RowButtons.tsx";
import { storedIn } from "./SearchStatus.tsx";
import { sourceName } from "./sourceName.ts";

type Props = { reader: Reader; scroller: RefObject<HTMLDivElement | null>; help: ComponentChildren };

/** The rows that were found, best first. More are read before the end comes into sight. */
export function SearchResults({ reader, scroller, help }: Props) {
  const answer = reader.search.value?.answer.value ?? null;
  const rows = answer?.rows.value ?? [];
  const [drawn, drawMore] = useDrawn(reader, answer, rows);
  const stop = rows.find((row) => row.id === reader.selectedId.value) ?? rows[0];
  useStartAtTop(answer, scroller);
  useFocusWish(reader, scroller);
  return (
    <div class="scroll" tabIndex={-1} ref={scroller}>
      {help}
      {answer && rows.length === 0 && <NoMatches reader={reader} text={answer.text.trim()} />}
      {answer && rows.length > 0 && (
        <>
          <h2 class="vh">{t("searchResults")}</h2>
          <ul aria-label={t("searchResults")}>
            {rows.slice(0, drawn).map((article) => (
              <Result key={article.id} reader={reader} answer={answer} article={article} isStop={article === stop} />
            ))}
          </ul>
        </>
      )}
      {drawn < rows.length && <NearEnd key={drawn} onNear={drawMore} />}
      {drawn >= rows.length && answer?.hasMore.value && (
        <NearEnd key={rows.length} onNear={() => void answer.loadMore()} />
      )}
    </div>
  );
}

/** More than a screen shows, and few enough to be drawn between two presses of a key. */
const DRAWN_AT_ONCE = 15;

/** How many rows are drawn, and how to draw more: those of a new answer anew, and always the one that is to be focused. */
function useDrawn(reader: Reader, answer: Answer | null, rows: Article[]): [drawn: number, drawMore: () => void] {
  const [last, setLast] = useState({ answer, drawn: DRAWN_AT_ONCE });
  const wish = reader.focusWish.value;
  const wished = wish?.on === "row" ? rows.findIndex((row) => row.id === wish.id) + 1 : 0;
  const drawn = Math.max(last.answer === answer ? last.drawn : DRAWN_AT_ONCE, wished);
  useLayoutEffect(() => setLast({ answer, drawn }), [answer, drawn]);
  return [drawn, () => setLast({ answer, drawn: drawn + DRAWN_AT_ONCE })];
}

function NoMatches({ reader, text }: { reader: Reader; text: string }) {
  const clear = () => clearSearch(reader);
  return (
    <EmptyState
      drawing="noResults"
      title={t("noMatches", text)}
      actions={[{ label: t("clearSearch"), run: clear, tone: "normal" }]}
    >
      {plural("searchedArticles", storedIn(reader))}
    </EmptyState>
  );
}

type ResultProps = { reader: Reader; answer: Answer; article: Article; isStop: boolean };

function Result({ reader, answer, article, isStop }: ResultProps) {
  const { names } = reader.feeds;
  const pictures = answer.pictures.value;
  return (
    <ArticleRow
      article={article}
      variant="normal"
      hits={answer.hits.value.get(article.id)}
      feedName={names.value.size > 1 ? (sourceName(names.value, article) ?? null) : null}
      thumbUrl={addressOf(pictures, article.hero?.url)}
      isPictureComing={isComing(pictures, article.hero?.url)}
      selected={reader.isTwoPane.value && reader.openId.value === article.id}
      isGone={false}
      isStop={isStop}
      now={reader.now.value}
      onOpen={(event) => openRow(reader, article, event)}
      onFocus={() => (reader.selectedId.value = article.id)}
      buttons={<RowButtons article={article} actions={reader} />}
    />
  );
}

function useStartAtTop(answer: Answer | null, scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [answer]);
}

function useFocusWish(reader: Reader, scroller: RefObject<HTMLElement | null>): void {
  const wish = reader.focusWish.value;
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || (wish?.on !== "row" && wish?.on !== "list")) return;
    reader.focusWish.value = null;
    const row = wish.on === "row" ? box.querySelector<HTMLElement>(`[data-article="${wish.id}"]`) : null;
    row?.scrollIntoView({ block: "nearest" });
    (row?.querySelector<HTMLElement>(".hl a") ?? box).focus({ preventScroll: true });
  }, [wish]);
}
