import { tellNews } from "../../components/news.ts";
import { hasNews, markNewsSeen } from "../../lib/browser/news.ts";
import { makeWayForUpdate } from "../../lib/browser/updating.ts";
import { version } from "../../lib/browser/version.ts";

/** What panel and tab know of versions, which the first rows do without. */
export function followLife(): void {
  makeWayForUpdate();
  void hasNews().then((isNew) => isNew && tellNews(version(), markNewsSeen));
}
