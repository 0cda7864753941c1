import type { ReadonlySignal } from "@preact/signals";
import type { RefObject } from "preact";
import { t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import type { Reader } from "../lib/view/reader.ts";
import { IconButton } from "./IconButton.tsx";
import { ReadingLine } from "./ReadingLine.tsx";
import { useRoving } from "./roving.ts";
import { tip } from "./tip.ts";

type Props = {
  reader: Reader;
  article: Article;
  aa: RefObject<HTMLButtonElement | null>;
  /** 0 to 100 */ read: ReadonlySignal<number>;
};

export function ReaderBar({ reader, article, aa, read }: Props) {
  const roving = useRoving();
  const isTextOpen = reader.isTextOpen.value;
  return (
    <div class="rbar" role="toolbar" aria-label={t("articleTools")} {...roving}>
      {!reader.isTwoPane.value && (
        <>
          <IconButton icon="back" iconClass="flip" label={t("backToList")} does="back" isStop onPress={reader.close} />
          <span class="sep" />
        </>
      )}
      <IconButton
        icon="up"
        label={t("previousArticle")}
        does="previous"
        isStop
        onPress={() => void reader.openNeighbour(article, -1)}
      />
      <IconButton
        icon="down"
        label={t("nextArticle")}
        does="next"
        isStop
        onPress={() => void reader.openNeighbour(article, 1)}
      />
      <span class="sp" />
      <FlagButtons reader={reader} article={article} />
      <button
        class="ib"
        type="button"
        ref={aa}
        data-stop=""
        aria-label={t("textAndTheme")}
        title={tip.of(t("textAndTheme"), "text")}
        aria-expanded={isTextOpen}
        aria-controls={isTextOpen ? "text" : undefined}
        onClick={() => (reader.isTextOpen.value = !isTextOpen)}
      >
        <span class="aa">
          <small>A</small>A
        </span>
      </button>
      {article.url !== null && (
        <IconButton
          icon="external"
          label={t("openOriginal")}
          does="openOriginal"
          isStop
          onPress={() => reader.openOriginal(article, "front")}
        />
      )}
      <ReadingLine read={read} />
    </div>
  );
}

function FlagButtons({ reader, article }: { reader: Reader; article: Article }) {
  return (
    <>
      <IconButton
        icon="star"
        class="star"
        label={article.starred ? t("removeStar") : t("star")}
        does="toggleStar"
        isPressed={article.starred === 1}
        isStop
        onPress={() => reader.toggleStar(article)}
      />
      <IconButton
        icon="later"
        label={article.later ? t("removeFromLater") : t("readLater")}
        does="toggleLater"
        isPressed={article.later === 1}
        isStop
        onPress={() => reader.toggleLater(article)}
      />
    </>
  );
}
