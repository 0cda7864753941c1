import type { RefObject } from "preact";
import { locale, plural, t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import { tagLabel } from "../lib/tags/tagLabel.ts";
import { longDate, machineDate } from "../lib/view/publishedDate.ts";
import type { Reader } from "../lib/view/reader.ts";
import { Icon } from "./Icon.tsx";
import { momentText } from "./timeText.ts";

type Props = {
  reader: Reader;
  article: Article;
  standfirst: string | null;
  heading: RefObject<HTMLHeadingElement | null>;
};

export function ArticleHead({ reader, article, standfirst, heading }: Props) {
  const said = { lang: article.language ?? undefined, dir: article.direction ?? "auto" } as const;
  return (
    <header class="in">
      <Kicker reader={reader} article={article} />
      <h1 id="headline" tabIndex={-1} ref={heading} {...said}>
        {article.title}
      </h1>
      {standfirst !== null && (
        <p class="stand" {...said}>
          {standfirst}
        </p>
      )}
      <Byline reader={reader} article={article} />
    </header>
  );
}

function Kicker({ reader, article }: { reader: Reader; article: Article }) {
  const [tag] = article.tags;
  const source = reader.feeds.names.value.get(article.feedId);
  const showTag = (chosen: string) => {
    reader.show({ tag: chosen, feedId: null });
    reader.close();
  };
  return (
    <p class="kick">
      {tag !== undefined && (
        <button type="button" dir="auto" onClick={() => showTag(tag)}>
          {tagLabel(tag, locale())}
        </button>
      )}
      {tag !== undefined && source !== undefined && <span>·</span>}
      {source !== undefined && <bdi>{source}</bdi>}
    </p>
  );
}

function Byline({ reader, article }: { reader: Reader; article: Article }) {
  const text = reader.reading.text.value;
  const date = longDate(article, locale());
  const minutes = text.kind === "ready" ? text.body.minutes : 0;
  const parts = [
    article.authors.length > 0 && <bdi key="authors">{listOf(article.authors)}</bdi>,
    date !== null && (
      <time key="date" dateTime={machineDate(article) ?? ""}>
        <b>{date}</b>
      </time>
    ),
    article.revisedAt !== undefined && (
      <time key="updated" dateTime={new Date(article.revisedAt).toISOString()}>
        {t("updated", momentText(article.revisedAt, reader.now.value))}
      </time>
    ),
    minutes > 0 && <span key="minutes">{plural("minutesRead", minutes)}</span>,
  ].filter((part) => part !== false);
  return (
    <p class="by">
      {parts.flatMap((part, i) => (i === 0 ? [part] : [<span key={`dot${i}`}>·</span>, part]))}
      {text.kind === "ready" && (
        <span class="ok">
          <Icon name="check" />
          {t("savedOffline")}
        </span>
      )}
    </p>
  );
}

const listOf = (names: string[]): string => new Intl.ListFormat(locale(), { type: "conjunction" }).format(names);
