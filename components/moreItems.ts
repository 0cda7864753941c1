import { t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import { openFind } from "../lib/view/perform.ts";
import type { Reader } from "../lib/view/reader.ts";
import { withoutTracking } from "../lib/feed/tracking.ts";
import { copyText, markdownOf, type Say } from "./copying.ts";
import type { MenuItem } from "./Menu.tsx";
import { printArticle } from "./printing.tsx";
import "./readingIcons.ts";

type More = { reader: Reader; article: Article; form: "panel" | "tab"; say: Say };

/** What can be done with an article beside what the toolbar shows. */
export function moreItems(more: More): MenuItem[] {
  const { reader, article, form } = more;
  const items: (MenuItem | false)[] = [
    { icon: "search", label: t("action_find"), does: "find", onPress: () => openFind(reader) },
    form === "panel" && {
      icon: "tab",
      label: t("openInTab"),
      does: "openFullTab",
      onPress: () => reader.openTab(article.id),
    },
    ...versionItems(reader),
    ...copyItems(more),
    { icon: "print", label: t("print"), onPress: () => printArticle(reader, article, form) },
  ];
  return items.filter((item) => item !== false);
}

function versionItems({ reading, isComparing }: Reader): (MenuItem | false)[] {
  return [
    reading.changedAt.value !== null && {
      icon: "refresh",
      label: t("showNewVersion"),
      onPress: reading.showNewVersion,
    },
    reading.revisions.value.length > 0 && {
      icon: "changes",
      label: t("whatChanged"),
      onPress: () => (isComparing.value = true),
    },
  ];
}

function copyItems({ reader, article, say }: More): (MenuItem | false)[] {
  const url = article.url === null ? null : withoutTracking(article.url);
  return [
    {
      icon: "copy",
      label: t("copyMarkdown"),
      onPress: () => void markdownOf(reader, article).then((text) => copyText(text, say)),
    },
    url !== null && { icon: "link", label: t("copyLink"), onPress: () => void copyText(url, say) },
    // Not every system has a list of apps to share with.
    url !== null &&
      "share" in navigator && {
        icon: "share",
        label: t("share"),
        onPress: () => void share({ title: article.title, url }),
      },
  ];
}

/** Rejects where the person changes their mind, which is no fault. */
const share = (what: ShareData): Promise<void> => navigator.share(what).catch(() => undefined);
