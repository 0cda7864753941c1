import { t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import { IconButton } from "./IconButton.tsx";

/** What can be done with an article without opening it. Each turns its flag over. */
export type RowActions = {
  toggleUnread: (article: Article) => void;
  toggleStar: (article: Article) => void;
  toggleLater: (article: Article) => void;
};

export function RowButtons({ article, actions }: { article: Article; actions: RowActions }) {
  return (
    <>
      <IconButton
        icon="check"
        label={article.unread ? t("markRead") : t("markUnread")}
        does="toggleUnread"
        onPress={() => actions.toggleUnread(article)}
      />
      <IconButton
        icon="star"
        class="star"
        label={article.starred ? t("removeStar") : t("star")}
        does="toggleStar"
        isPressed={article.starred === 1}
        onPress={() => actions.toggleStar(article)}
      />
      <IconButton
        icon="later"
        label={article.later ? t("removeFromLater") : t("readLater")}
        does="toggleLater"
        isPressed={article.later === 1}
        onPress={() => actions.toggleLater(article)}
      />
    </>
  );
}
