import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { locale, t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import { rowTime } from "../lib/view/dates.ts";
import type { RowHits } from "../lib/view/resultPage.ts";
import { useHeldHeight } from "./heldHeight.ts";
import { Icon } from "./Icon.tsx";
import { Marked } from "./Marked.tsx";
import { agoText } from "./timeText.ts";
import { tagName } from "./tagName.ts";

export type RowVariant = "lead" | "normal" | "compact" | "popup" | "popupTop";

type Props = {
  article: Article;
  variant: RowVariant;
  /** What a search marks in the row; the snippet stands in place of the summary. */
  hits?: RowHits | undefined;
  /** Null while only one source is followed. */
  feedName: string | null;
  thumbUrl: string | null;
  /** The picture is on its way: its box is kept free, so that nothing moves when it comes. */
  isPictureComing?: boolean;
  selected: boolean;
  /** No longer belongs to the list, and stays in its place until the list is left. */
  isGone: boolean;
  /** Whether the Tab key stops here; every row is a stop where this is not said. */
  isStop?: boolean;
  /** Where it stands in a list of which not all is drawn; from 1. */
  place?: { position: number; count: number };
  now: number;
  onFocus?: () => void;
  /** Gets plain, modified and middle clicks: `openingOf` tells them apart. */
  onOpen: (event: MouseEvent) => void;
  /** What can be done with the article. A first paint does without. */
  buttons: ComponentChildren;
};

export function ArticleRow(props: Props) {
  const { article, variant, hits, selected, isGone } = props;
  const row = useRef<HTMLLIElement>(null);
  useHeldHeight(row, article.unread === 0 || isGone);
  const Heading = variant === "popup" || variant === "popupTop" ? "h2" : "h3";
  return (
    <li
      ref={row}
      class={classOf(props)}
      aria-current={selected ? "true" : undefined}
      aria-posinset={props.place?.position}
      aria-setsize={props.place?.count}
      data-article={article.id}
      onFocusIn={props.onFocus}
    >
      <div class="tx">
        <Kicker article={article} feedName={props.feedName} now={props.now} />
        <Heading class="hl" dir="auto">
          <a
            href={article.url ?? "#"}
            rel="noopener"
            tabIndex={props.isStop === false ? -1 : 0}
            onClick={props.onOpen}
            onAuxClick={props.onOpen}
          >
            {hits ? <Marked pieces={hits.title} /> : article.title}
          </a>
        </Heading>
        {(hits ? hits.snippet.length > 0 : article.summary) && (
          <p class="de" dir="auto">
            {hits ? <Marked pieces={hits.snippet} /> : article.summary}
          </p>
        )}
      </div>
      <Thumb url={props.thumbUrl} isComing={props.isPictureComing ?? false} />
      <div class="acts">{props.buttons}</div>
    </li>
  );
}

function classOf({ article, variant, selected, isGone }: Props): string {
  const classes = ["row", variant === "popupTop" ? "top" : variant];
  if (!article.unread) classes.push("read");
  if (selected) classes.push("sel");
  if (isGone) classes.push("gone");
  return classes.join(" ");
}

function Kicker({ article, feedName, now }: { article: Article; feedName: string | null; now: number }) {
  const time = rowTime(article, now);
  const [tag] = article.tags;
  const parts = [
    tag !== undefined && <b key="tag">{tagName.of(tag)}</b>,
    feedName !== null && (
      <span key="source" class="src" dir="auto">
        {feedName}
      </span>
    ),
    time !== null && (
      <time key="time" dateTime={new Date(time).toISOString()} title={new Date(time).toLocaleString(locale())}>
        {agoText(time, now)}
      </time>
    ),
  ].filter((part) => part !== false);
  return (
    <div class="kick">
      {article.unread === 1 && <span class="dot" />}
      <span class="vh">{article.unread ? t("rowUnread") : t("rowRead")}</span>
      {parts.flatMap((part, i) => (i === 0 ? [part] : [<i key={`dot${i}`}>·</i>, part]))}
      {article.starred === 1 && <Glyph icon="star" class="on-star" label={t("starred")} />}
      {article.later === 1 && <Glyph icon="later" class="" label={t("savedForLater")} />}
    </div>
  );
}

function Glyph(props: { icon: "star" | "later"; class: string; label: string }) {
  return (
    <>
      <Icon name={props.icon} class={props.class} />
      <span class="vh">{props.label}</span>
    </>
  );
}

function Thumb({ url, isComing }: { url: string | null; isComing: boolean }) {
  if (url !== null) return <img class="th" src={url} alt="" />;
  return isComing ? <div class="th" /> : null;
}
