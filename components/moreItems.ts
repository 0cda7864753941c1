import { t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import { openFind } from "../lib/view/perform.ts";
import type { Reader } from "../lib/view/reader.ts";
import { withoutTracking } from "../lib/view/tracking.ts";
import { copyText, type Say } from "./copying.ts";
import type { MenuItem } from "./Menu.tsx";
import "./readingIcons.ts";

type More = { reader: Reader; article: Article; form: "panel" | "tab"; say: Say };

/** What can be done with an article beside what the toolbar shows. */
export function moreItems({ reader, article, form, say }: More): MenuItem[] {
  const items: (MenuItem | false)[] = [
    { icon: "search", label: t("action_find"), does: "find", onPress: () => openFind(reader) },
    form === "panel" && {
      icon: "tab",
      label: t("openInTab"),
      does: "openFullTab",
      onPress: () => reader.openTab(article.id),
    },
    ...(article.url === null ? [] : linkItems(article.title, withoutTracking(article.url), say)),
  ];
  return items.filter((item) => item !== false);
}

function linkItems(title: string, url: string, say: Say): (MenuItem | false)[] {
  return [
    { icon: "link", label: t("copyLink"), onPress: () => void copyText(url, say) },
    // Not every system has a list of apps to share with.
    "share" in navigator && { icon: "share", label: t("share"), onPress: () => void share({ title, url }) },
  ];
}

/** Rejects where the person changes their mind, which is no fault. */
const share = (what: ShareData): Promise<void> => navigator.share(what).catch(() => undefined);
