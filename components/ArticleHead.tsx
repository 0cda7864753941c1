import type { RefObject } from "preact";
import { t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import type { Reader } from "../lib/view/reader.ts";
import { Byline } from "./Byline.tsx";
import { sourceName } from "./sourceName.ts";
import { momentText } from "./timeText.ts";
import { tagName } from "./tagName.ts";

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
      <NewVersion reader={reader} />
    </header>
  );
}

function Kicker({ reader, article }: { reader: Reader; article: Article }) {
  const [tag] = article.tags;
  const source = sourceName(reader.feeds.names.value, article);
  const showTag = (chosen: string) => {
    reader.show({ tag: chosen, feedId: null });
    reader.close();
  };
  return (
    <p class="kick">
      {tag !== undefined && (
        <button type="button" dir="auto" onClick={() => showTag(tag)}>
          {tagName.of(tag)}
        </button>
      )}
      {tag !== undefined && source !== undefined && <span>·</span>}
      {source !== undefined && <bdi>{source}</bdi>}
    </p>
  );
}

/** The text that is being read is never swapped; it says so when there is a newer one, where nothing has to move for it. */
function NewVersion({ reader }: { reader: Reader }) {
  const { changedAt, showNewVersion } = reader.reading;
  const at = changedAt.value;
  const show = () => {
    reader.focusWish.value = { on: "heading" };
    showNewVersion();
  };
  return (
    <p class="fresh" role="status">
      {at !== null && (
        <>
          <span>{t("updatedQuietly", momentText(at, reader.now.value))}</span>
          <button type="button" onClick={show}>
            {t("showNewVersion")}
          </button>
        </>
      )}
    </p>
  );
}
