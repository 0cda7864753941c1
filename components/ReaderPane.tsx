import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import type { Reader } from "../lib/view/reader.ts";
import { standfirstOf } from "../lib/view/standfirst.ts";
import { ArticleEnd } from "./ArticleEnd.tsx";
import { ArticleFrame } from "./ArticleFrame.tsx";
import { ArticleHead } from "./ArticleHead.tsx";
import { ChangesDoor } from "./ChangesDoor.tsx";
import { FindDoor } from "./FindDoor.tsx";
import { Hero } from "./Hero.tsx";
import { Notice } from "./Notice.tsx";
import { moreItems } from "./moreItems.ts";
import { usePrinting } from "./printing.tsx";
import { MissingText } from "./MissingText.tsx";
import { ReaderBar } from "./ReaderBar.tsx";
import { RestoredNote } from "./RestoredNote.tsx";
import { Said, useSaid } from "./Said.tsx";
import { usePictures } from "./usePictures.tsx";
import { TextPopover } from "./TextPopover.tsx";
import { useReadingPlace, type ReadingPlace } from "./readingPlace.ts";

export type ReaderPaneProps = {
  reader: Reader;
  form: "panel" | "tab";
  scroller: RefObject<HTMLDivElement | null>;
  onKey: (event: KeyboardEvent) => void;
};

/** The open article. */
export function ReaderPane({ reader, form, scroller, onKey }: ReaderPaneProps) {
  const article = reader.reading.article.value;
  const aa = useRef<HTMLButtonElement>(null);
  const place = useReadingPlace(reader, scroller);
  const [said, say] = useSaid();
  const obeyPrint = usePrinting(reader, form);
  const onFrameKey = (event: KeyboardEvent) => {
    obeyPrint(event);
    onKey(event);
  };
  return (
    <main class="reader">
      <div class="rtop">
        {article && (
          <ReaderBar
            reader={reader}
            article={article}
            aa={aa}
            read={place.read}
            more={moreItems({ reader, article, form, say })}
          />
        )}
        {article && <FindDoor reader={reader} place={place} scroller={scroller} />}
      </div>
      {article && reader.isTextOpen.value && <TextPopover reader={reader} opener={aa} />}
      <div class="scroll" tabIndex={-1} ref={scroller} onScroll={place.onScroll}>
        {article ? (
          <Shown reader={reader} article={article} place={place} onKey={onFrameKey} />
        ) : (
          <p class="nothing">{t("chooseArticle")}</p>
        )}
      </div>
      {article && <ChangesDoor reader={reader} article={article} scroller={scroller} />}
      <Said said={said} />
      <div class="floats" role="status">
        {article && place.restoredId.value === article.id && reader.justDone.value === null && (
          <RestoredNote
            articleId={article.id}
            home={() => scroller.current}
            onTop={() => scroller.current?.scrollTo(0, 0)}
            onClose={() => (place.restoredId.value = null)}
          />
        )}
      </div>
    </main>
  );
}

type ShownProps = { reader: Reader; article: Article; place: ReadingPlace; onKey: (event: KeyboardEvent) => void };

function Shown({ reader, article, place, onKey }: ShownProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const pictures = usePictures();
  const text = reader.reading.text.value;
  // Shown before it stands where it was left, it would jump.
  const isComing = text.kind === "ready" && reader.reading.place.value?.left != null && place.drawnId.value === null;
  const wish = reader.focusWish.value;
  useLayoutEffect(() => {
    if (wish?.on !== "heading" || article.id !== reader.openId.peek()) return;
    heading.current?.focus({ preventScroll: true });
    reader.focusWish.value = null;
  }, [wish, article.id]);
  return (
    <article class={isComing ? "art coming" : "art"} aria-labelledby="headline" ref={pictures.article}>
      <ArticleHead reader={reader} article={article} standfirst={standfirstOf(article, text)} heading={heading} />
      <Hero picture={reader.reading.hero.value} alt={article.hero?.alt ?? ""} />
      <div class="in">
        {text.kind === "ready" && text.body.isPlainText && <Notice tone="calm" icon="file" text={t("shownPlain")} />}
        {text.kind === "ready" && (
          <ArticleFrame
            rendered={text.body}
            language={article.language}
            direction={article.direction}
            title={article.title}
            onKey={onKey}
            onOpenPicture={pictures.open}
            onEnter={() => (reader.isTextOpen.value = false)}
            onDrawn={place.onDrawn}
            onFitted={place.onFitted}
          />
        )}
        {text.kind === "none" && <MissingText reader={reader} article={article} home={() => heading.current} />}
        {text.kind !== "coming" && <ArticleEnd reader={reader} article={article} text={text} />}
      </div>
      {pictures.viewer}
    </article>
  );
}
