import { t } from "../../lib/i18n.ts";
import { emptinessOf } from "../../lib/view/emptiness.ts";
import { nextCheckAt } from "../../lib/view/nextCheck.ts";
import type { PopupActs } from "../../lib/view/popupActs.ts";
import type { PopupPage } from "../../lib/view/popupPage.ts";
import { filterOf } from "../../lib/view/shelf.ts";
import { EmptyState } from "../EmptyState.tsx";
import { Skeleton } from "../Skeleton.tsx";
import { clockText } from "../timeText.ts";
import { tagName } from "../tagName.ts";

type Props = { page: PopupPage; acts: PopupActs };

/** What stands in the place of the headlines while there are none. */
export function PopupEmpty({ page: { shelf, tag, now }, acts }: Props) {
  if (!shelf) return <Skeleton />;
  const { feeds, counts, run } = shelf;
  const emptiness = emptinessOf({ filter: filterOf(tag), feeds, counts, run });
  const tryAgain = { label: t("tryAgain"), run: acts.refresh, tone: "normal" } as const;
  switch (emptiness.kind) {
    case "firstLoad":
      return <Skeleton />;
    case "stopped":
      return (
        <EmptyState drawing="failed" title={t("refreshStopped")} actions={[{ ...tryAgain, label: t("refresh") }]}>
          {t("stoppedText")}
        </EmptyState>
      );
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
            { label: t("seeDetails"), run: acts.openSettings, tone: "quiet" },
          ]}
        >
          {t(emptiness.kind === "allFailed" ? "failedAll" : "unreadableAll")}
        </EmptyState>
      );
    case "tag":
      return (
        <EmptyState
          drawing="allRead"
          title={t("emptyTagTitle", tagName.of(emptiness.tag))}
          actions={[{ label: t("showAllArticles"), run: () => acts.choose(null), tone: "normal" }]}
        >
          {t("emptyTagText")}
        </EmptyState>
      );
    default:
      return <AllRead nextAt={nextCheckAt(feeds, now)} />;
  }
}

function AllRead({ nextAt }: { nextAt: number | null }) {
  return (
    <EmptyState drawing="allRead" title={t("emptyReadTitle")}>
      {nextAt === null ? t("emptyReadTextNoTime") : t("emptyReadText", clockText(nextAt))}
    </EmptyState>
  );
}
