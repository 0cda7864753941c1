import { t } from "../../lib/i18n.ts";
import { addressOf, isComing } from "../../lib/view/pictureAddresses.ts";
import type { PopupActs } from "../../lib/view/popupActs.ts";
import type { PopupPage } from "../../lib/view/popupPage.ts";
import type { Shelf } from "../../lib/view/shelf.ts";
import { ArticleRow } from "../ArticleRow.tsx";
import type { Extras } from "./extras.ts";

type Props = { page: PopupPage; shelf: Shelf; acts: PopupActs; extras: Extras | null };

/** The newest article is drawn large; every row keeps its size for as long as the list stands. */
export function Headlines({ page: { pictures, now, isWhole }, shelf, acts, extras }: Props) {
  const names = new Map(shelf.feeds.map((feed) => [feed.id, feed.title]));
  return (
    <ul aria-label={t("newestArticles")}>
      {shelf.articles.map((article, i) => (
        <ArticleRow
          key={article.id}
          article={article}
          variant={i === 0 ? "popupTop" : "popup"}
          feedName={names.size > 1 ? (names.get(article.feedId) ?? null) : null}
          thumbUrl={addressOf(pictures, article.hero?.url)}
          isPictureComing={isComing(pictures, article.hero?.url)}
          selected={false}
          isGone={false}
          now={now}
          onOpen={(event) => acts.open(article, event)}
          buttons={isWhole && extras && <extras.RowButtons article={article} actions={acts} />}
        />
      ))}
    </ul>
  );
}
