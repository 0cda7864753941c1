import { useLayoutEffect } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import type { Reader } from "../lib/view/reader.ts";
import { tagName } from "./tagName.ts";

/** The window, its tab and its history are called after what is shown. */
export function usePageTitle(reader: Reader): void {
  const name = reader.reading.article.value?.title ?? (reader.searched.value || listName(reader));
  useLayoutEffect(() => {
    document.title = name === "" ? t("appName") : t("tabTitle", name, t("appName"));
  }, [name]);
}

const VIEWS = { unread: "viewUnread", starred: "viewStarred", later: "viewLater" } as const;

/** "World · Unread"; of everything there is nothing to say. */
function listName({ filter, feeds }: Reader): string {
  const { view, tag, feedId } = filter.value;
  const source = feedId === null ? "" : (feeds.names.value.get(feedId) ?? "");
  const narrowed = tag === null ? source : tagName.of(tag);
  if (view === "all") return narrowed;
  return narrowed === "" ? t(VIEWS[view]) : t("tabTitle", narrowed, t(VIEWS[view]));
}
