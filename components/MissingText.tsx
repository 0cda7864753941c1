import { useEffect, useState } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import type { Reader } from "../lib/view/reader.ts";
import { Icon } from "./Icon.tsx";
import { Notice } from "./Notice.tsx";

/** In the place of a text that its source did not send: without a connection the original cannot stand in for it. */
export function MissingText({ reader, article }: { reader: Reader; article: Article }) {
  const isOnline = useOnline();
  if (isOnline || article.url === null) return null;
  const isKept = article.later === 1;
  return (
    <div class="missing">
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
