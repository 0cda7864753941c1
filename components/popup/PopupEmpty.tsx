import { locale, t } from "../../lib/i18n.ts";
import { tagLabel } from "../../lib/tags/canonicalTags.ts";
import { emptinessOf } from "../../lib/view/emptiness.ts";
import { nextCheckAt } from "../../lib/view/feedTimes.ts";
import type { Popup } from "../../lib/view/popup.ts";
import { filterOf } from "../../lib/view/shelf.ts";
import { EmptyState } from "../EmptyState.tsx";
import { Skeleton } from "../Skeleton.tsx";
import { clockText } from "../timeText.ts";

type Props = { popup: Popup; openSettings: () => void };

/** What stands in the place of the headlines while there are none. */
export function PopupEmpty({ popup, openSettings }: Props) {
  const shelf = popup.shelf.value;
  if (!shelf) return <Skeleton />;
  const { feeds, counts } = shelf;
  const emptiness = emptinessOf({ filter: filterOf(popup.tag.value), feeds, counts });
  const tryAgain = { label: t("tryAgain"), run: popup.refresh, tone: "normal" } as const;
  switch (emptiness.kind) {
    case "firstLoad":
      return <Skeleton />;
    case "offline":
      return (
        <EmptyState drawing="offline" title={t("offlineTitle")} actions={[tryAgain]}>
          {t("offlineNone")}
        </EmptyState>
      );
    case "allFailed":
    case "allUnreadable":
      return (
        <EmptyState
          drawing="failed"
          title={t("failedTitle")}
          actions={[
            { ...tryAgain, tone: "primary" },
            { label: t("seeDetails"), run: openSettings, tone: "quiet" },
          ]}
        >
          {t(emptiness.kind === "allFailed" ? "failedAll" : "unreadableAll")}
        </EmptyState>
      );
    case "tag":
      return (
        <EmptyState
          drawing="allRead"
          title={t("emptyTagTitle", tagLabel(emptiness.tag, locale()))}
          actions={[{ label: t("showAllArticles"), run: () => popup.choose(null), tone: "normal" }]}
        >
          {t("emptyTagText")}
        </EmptyState>
      );
    default:
      return <AllRead nextAt={nextCheckAt(feeds, popup.now.value)} />;
  }
}

function AllRead({ nextAt }: { nextAt: number | null }) {
  return (
    <EmptyState drawing="allRead" title={t("emptyReadTitle")}>
      {nextAt === null ? t("emptyReadTextNoTime") : t("emptyReadText", clockText(nextAt))}
    </EmptyState>
  );
}
