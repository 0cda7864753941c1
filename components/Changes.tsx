import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { plural, t } from "../lib/i18n.ts";
import type { Article, Revision } from "../lib/model.ts";
import type { Changes as Found } from "../lib/view/changes.ts";
import { wordsOfChange } from "../lib/view/foldSame.ts";
import type { Reader } from "../lib/view/reader.ts";
import { ChangedText } from "./ChangedText.tsx";
import { useFocusReturn } from "./focusReturn.ts";
import { dayTimeText } from "./fullTime.ts";
import { Icon } from "./Icon.tsx";
import "./readingIcons.ts";

type Props = {
  reader: Reader;
  article: Article;
  /** Takes the focus where what opened this is gone. */
  scroller: RefObject<HTMLElement | null>;
};

/** What became of an earlier version of the open article. It lies over the article, which keeps its place. */
export function Changes({ reader, article, scroller }: Props) {
  const box = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // Before the focus goes back, what it goes back into must take it.
  useLayoutEffect(() => {
    heading.current?.focus();
    const beneath = scroller.current;
    if (beneath) beneath.inert = true;
    return () => void (beneath && (beneath.inert = false));
  }, []);
  const noteOrigin = useFocusReturn(box, () => scroller.current);
  const revisions = reader.reading.revisions.value;
  const [chosen, choose] = useState(revisions[0]?.id);
  const revision = revisions.find(({ id }) => id === chosen) ?? revisions[0];
  const close = () => (reader.isComparing.value = false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLSelectElement) return;
    if (event.key === "Escape" || event.key === "Backspace") close();
    // What would page the article pages this, by the browser's own doing.
    else if (event.key !== " ") return;
    event.stopPropagation();
  };
  return (
    <section class="changes" aria-labelledby="changes" ref={box} onFocusIn={noteOrigin} onKeyDown={onKeyDown}>
      <div class="in">
        <button type="button" class="link" onClick={close}>
          <Icon name="back" class="flip" />
          {t("backToArticle")}
        </button>
        <h2 id="changes" tabIndex={-1} ref={heading}>
          {t("whatChanged")}
        </h2>
        <Versions {...{ article, revisions }} now={reader.now.value} chosen={revision} onChoose={choose} />
        {revision && <Comparison key={revision.id} reader={reader} article={article} revision={revision} />}
      </div>
    </section>
  );
}

type VersionsProps = {
  article: Article;
  revisions: Revision[];
  now: number;
  chosen: Revision | undefined;
  onChoose: (id: number) => void;
};

function Versions({ article, revisions, now, chosen, onChoose }: VersionsProps) {
  const names = revisions.map((_, i) => t("versionOf", dayTimeText(beginningOf(article, revisions[i + 1]), now)));
  if (revisions.length === 1) return <p class="version">{names[0]}</p>;
  return (
    <label class="version">
      <span>{t("comparedWith")}</span>
      <select value={chosen?.id} onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}>
        {revisions.map(({ id }, i) => (
          <option key={id} value={id}>
            {names[i]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** When a version was first seen: when the one before it, if there is one, had been replaced. */
function beginningOf(article: Article, before: Revision | undefined): { at: number; isDay: boolean } {
  if (before) return { at: before.replacedAt, isDay: false };
  const { publishedAt, publishedDateOnly, arrivedAt } = article;
  return publishedAt === null ? { at: arrivedAt, isDay: false } : { at: publishedAt, isDay: publishedDateOnly };
}

type ComparisonProps = { reader: Reader; article: Article; revision: Revision };

function Comparison({ reader, article, revision }: ComparisonProps) {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let isWanted = true;
    void reader.reading.compare(revision).then((changes) => isWanted && setFound(changes));
    return () => void (isWanted = false);
  }, []);
  const said = { lang: article.language ?? undefined, dir: article.direction ?? "auto" } as const;
  return (
    <>
      {/* There before it says something, so that it is heard. */}
      <p class="sum" role="status">
        {found && <Sum found={found} />}
      </p>
      {found && (
        <div class="text" {...said}>
          <ChangedText blocks={found.blocks} />
        </div>
      )}
      {found?.isCut && <p class="sum">{t("versionCut")}</p>}
    </>
  );
}

function Sum({ found: { blocks } }: { found: Found }) {
  const [put, out] = [wordsOfChange(blocks, "in"), wordsOfChange(blocks, "out")];
  if (put + out === 0) return <>{t("sameWords")}</>;
  return (
    <>
      <span class="put">{plural("wordsAdded", put)}</span>
      <span class="out">{plural("wordsRemoved", out)}</span>
    </>
  );
}
