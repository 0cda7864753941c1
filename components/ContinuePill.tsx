import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import type { Reader } from "../lib/view/reader.ts";
import { useFocusReturn } from "./focusReturn.ts";
import { IconButton } from "./IconButton.tsx";

/** Offers the article that was left in its middle, once, on a page that was opened on its list. */
export function ContinuePill({ reader }: { reader: Reader }) {
  const [article, setArticle] = useState<Article | null>(null);
  const openId = reader.openId.value;
  useEffect(() => {
    const isOnList = () => reader.openId.peek() === null && reader.searched.peek() === null;
    if (isOnList()) void reader.reading.leftOff().then((left) => setArticle(isOnList() ? left : null));
  }, []);
  useEffect(() => {
    if (openId !== null) setArticle(null);
  }, [openId]);
  if (article === null) return null;
  const close = () => {
    setArticle(null);
    reader.reading.forgetLeftOff();
  };
  return <Offered article={article} onOpen={() => reader.open(article.id, "chosen")} onClose={close} />;
}

type OfferedProps = { article: Article; onOpen: () => void; onClose: () => void };

function Offered({ article, onOpen, onClose }: OfferedProps) {
  const box = useRef<HTMLDivElement>(null);
  const noteOrigin = useFocusReturn(
    box,
    () => box.current?.closest(".under")?.querySelector<HTMLElement>(".scroll") ?? null,
  );
  return (
    <div class="afloat continue" ref={box} onFocusIn={noteOrigin}>
      <button type="button" onClick={onOpen}>
        <small>{t("continueReading")}</small>
        <strong dir="auto" lang={article.language ?? undefined}>
          {article.title}
        </strong>
      </button>
      <IconButton icon="close" label={t("close")} onPress={onClose} />
    </div>
  );
}
