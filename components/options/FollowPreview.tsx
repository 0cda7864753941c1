import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PictureHosts } from "../../lib/db/feeds.ts";
import { locale, t } from "../../lib/i18n.ts";
import type { Previewed } from "../../lib/refresh/preview.ts";
import type { Follow, FollowState } from "../../lib/view/follow.ts";
import { longDate, machineDate } from "../../lib/view/publishedDate.ts";
import { PictureChoice } from "./PictureChoice.tsx";

type Props = {
  state: Extract<FollowState, { kind: "preview" }>;
  follow: Follow;
  /** Takes the focus afterwards, where what had it before is gone. */
  home: () => HTMLElement | null;
};

/** What following would bring. Takes the focus, and gives it back. */
export function FollowPreview({ state: { found, preview }, follow, home }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useBorrowedFocus(root, home);
  const [chosen, setChosen] = useState<PictureHosts>("own");
  const pictureHosts = preview.pictureUrls.length > 0 ? chosen : null;
  return (
    <div class="offer" role="group" aria-labelledby="preview-title" ref={root}>
      <h3 id="preview-title" tabIndex={-1}>
        <bdi>{found.title}</bdi>
      </h3>
      <small title={found.url}>{found.url}</small>
      {preview.articles.length > 0 && (
        <ol aria-label={t("newestArticles")}>
          {preview.articles.map((article, i) => (
            <PreviewRow key={i} article={article} />
          ))}
        </ol>
      )}
      {preview.pictureUrls.length > 0 && (
        <PictureChoice own={found.url} others={preview.pictureUrls} chosen={chosen} onChoose={setChosen} />
      )}
      <div class="acts">
        <button class="btn primary" type="button" onClick={() => void follow.accept(pictureHosts)}>
          {t("follow")}
        </button>
        <button class="btn quiet" type="button" onClick={follow.dismiss}>
          {t("notNow")}
        </button>
      </div>
    </div>
  );
}

function useBorrowedFocus(root: RefObject<HTMLElement | null>, home: () => HTMLElement | null): void {
  useLayoutEffect(() => {
    const lender = document.activeElement;
    const place = root.current;
    place?.querySelector<HTMLElement>("h3")?.focus();
    return () => {
      if (!place?.contains(document.activeElement) && document.activeElement !== document.body) return;
      const isThere = lender instanceof HTMLElement && lender !== document.body && lender.isConnected;
      (isThere ? lender : home())?.focus();
    };
  }, []);
}

function PreviewRow({ article }: { article: Previewed }) {
  const date = longDate(article, locale());
  return (
    <li>
      <b dir={article.direction ?? "auto"} lang={article.language ?? undefined}>
        {article.title || article.summary}
      </b>
      {date !== null && <time dateTime={machineDate(article) ?? undefined}>{date}</time>}
    </li>
  );
}
