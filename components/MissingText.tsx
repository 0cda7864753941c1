import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import type { Reader } from "../lib/view/reader.ts";
import { useFocusReturn } from "./focusReturn.ts";
import { Icon } from "./Icon.tsx";
import { Notice } from "./Notice.tsx";

type Props = {
  reader: Reader;
  article: Article;
  /** Takes the focus when it goes with the button. */
  home: () => HTMLElement | null;
};

/** In the place of a text that its source did not send: without a connection the original cannot stand in for it. */
export function MissingText(props: Props) {
  const isOnline = useOnline();
  return isOnline || props.article.url === null ? null : <Missing {...props} />;
}

function Missing({ reader, article, home }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const noteOrigin = useFocusReturn(box, home);
  const isKept = article.later === 1;
  return (
    <div class="missing" ref={box} onFocusIn={noteOrigin}>
      <Notice tone="warn" icon="offline" text={t("notDownloaded")} />
      <button class="btn" type="button" aria-pressed={isKept} onClick={() => reader.toggleLater(article)}>
        <Icon name={isKept ? "check" : "later"} />
        {t("readLater")}
      </button>
    </div>
  );
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const follow = () => setOnline(navigator.onLine);
    addEventListener("online", follow);
    addEventListener("offline", follow);
    return () => {
      removeEventListener("online", follow);
      removeEventListener("offline", follow);
    };
  }, []);
  return isOnline;
}
