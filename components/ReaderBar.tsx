import type { ReadonlySignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import type { Reader } from "../lib/view/reader.ts";
import { IconButton } from "./IconButton.tsx";
import type { MenuItem } from "./Menu.tsx";
import { MoreButton } from "./MoreButton.tsx";
import { useOverflow } from "./overflow.ts";
import { ReadingLine } from "./ReadingLine.tsx";
import { useRoving } from "./roving.ts";
import { tip } from "./tip.ts";

type Props = {
  reader: Reader;
  article: Article;
  aa: RefObject<HTMLButtonElement | null>;
  /** 0 to 100 */ read: ReadonlySignal<number>;
  /** What "More" offers beside the controls that find no room. */
  more: MenuItem[];
};

export function ReaderBar({ reader, article, aa, read, more }: Props) {
  const bar = useRef<HTMLElement | null>(null);
  const { ref: rove, ...roving } = useRoving();
  const yielding = yieldingOf(reader, article);
  const hidden = useOverflow(bar, yielding.length);
  const shown = yielding.slice(0, yielding.length - hidden);
  const take = (element: HTMLElement | null) => {
    bar.current = element;
    rove(element);
  };
  return (
    <div class="rbar" role="toolbar" aria-label={t("articleTools")} ref={take} {...roving}>
      <Ways reader={reader} article={article} />
      <span class="sp" />
      {shown.filter(isFlag).map(buttonOf)}
      <TextButton reader={reader} aa={aa} />
      {shown.filter((each) => !isFlag(each)).map(buttonOf)}
      <MoreButton items={[...yielding.slice(shown.length).reverse(), ...more]} />
      <ReadingLine read={read} />
    </div>
  );
}

function Ways({ reader, article }: { reader: Reader; article: Article }) {
  const open = (by: 1 | -1) => void reader.openNeighbour(article, by);
  return (
    <>
      {!reader.isTwoPane.value && (
        <>
          <IconButton icon="back" iconClass="flip" label={t("backToList")} does="back" isStop onPress={reader.close} />
          <span class="sep" />
        </>
      )}
      <IconButton icon="up" label={t("previousArticle")} does="previous" isStop onPress={() => open(-1)} />
      <IconButton icon="down" label={t("nextArticle")} does="next" isStop onPress={() => open(1)} />
    </>
  );
}

function TextButton({ reader, aa }: Pick<Props, "reader" | "aa">) {
  const isOpen = reader.isTextOpen.value;
  return (
    <button
      class="ib"
      type="button"
      ref={aa}
      data-stop=""
      aria-label={t("textAndTheme")}
      title={tip.of(t("textAndTheme"), "text")}
      aria-expanded={isOpen}
      aria-controls={isOpen ? "text" : undefined}
      onClick={() => (reader.isTextOpen.value = !isOpen)}
    >
      <span class="aa">
        <small>A</small>A
      </span>
    </button>
  );
}

/** A control that goes into the menu where it has no room; the last one goes first. */
type Yielding = MenuItem & { isPressed?: boolean };

function yieldingOf(reader: Reader, article: Article): Yielding[] {
  const { starred, later, url } = article;
  const flags: Yielding[] = [
    {
      icon: "star",
      label: starred ? t("removeStar") : t("star"),
      does: "toggleStar",
      isPressed: starred === 1,
      onPress: () => reader.toggleStar(article),
    },
    {
      icon: "later",
      label: later ? t("removeFromLater") : t("readLater"),
      does: "toggleLater",
      isPressed: later === 1,
      onPress: () => reader.toggleLater(article),
    },
  ];
  if (url === null) return flags;
  const openOriginal = () => reader.openOriginal(article, "front");
  return [...flags, { icon: "external", label: t("openOriginal"), does: "openOriginal", onPress: openOriginal }];
}

const isFlag = ({ isPressed }: Yielding): boolean => isPressed !== undefined;

const buttonOf = (each: Yielding) => (
  <IconButton key={each.icon} {...each} class={`yields ${each.icon === "star" ? "star" : ""}`} isStop />
);
