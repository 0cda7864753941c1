import { number, plural, t } from "../lib/i18n.ts";
import { MOST_ARRIVALS } from "../lib/db/layout.ts";

/** "3 new articles"; beyond what is counted "99+ new articles". */
export function arrivalsText(count: number): string {
  return count < MOST_ARRIVALS ? plural("newArticles", count) : t("newArticlesMany", number(MOST_ARRIVALS - 1));
}
