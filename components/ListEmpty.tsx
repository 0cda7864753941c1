import type { VNode } from "preact";
import { number, t } from "../lib/i18n.ts";
import { emptinessNow } from "../lib/view/emptiness.ts";
import type { Action } from "../lib/view/keymap.ts";
import { nextCheckAt } from "../lib/view/nextCheck.ts";
import type { Reader } from "../lib/view/reader.ts";
import { EmptyState } from "./EmptyState.tsx";
import { Filled, SLOT } from "./Filled.tsx";
import { keyFor } from "./shortcuts.ts";
import { Skeleton } from "./Skeleton.tsx";
import { clockText } from "./timeText.ts";
import { tagName } from "./tagName.ts";

/** Why there is nothing, and what to do. */
export function ListEmpty({ reader }: { reader: Reader }) {
  const emptiness = emptinessNow(reader);
  const tryAgain = { label: t("tryAgain"), run: () => void reader.feeds.refresh(null) };
  switch (emptiness.kind) {
    case "firstLoad":
      return <Skeleton />;
    case "stopped":
      return (
        <EmptyState
          drawing="failed"
          title={t("refreshStopped")}
          actions={[{ ...tryAgain, label: t("refresh"), tone: "normal" }]}
        >
          {t("stoppedText")}
        </EmptyState>
      );
    case "offline":
      return (
        <EmptyState drawing="offline" title={t("offlineTitle")} actions={[{ ...tryAgain, tone: "normal" }]}>
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
            { label: t("seeDetails"), run: () => showDetails(reader), tone: "quiet" },
          ]}
        >
          {t(emptiness.kind === "allFailed" ? "failedAll" : "unreadableAll")}
        </EmptyState>
      );
    case "starred":
      return (
        <EmptyState drawing="starred" title={t("emptyStarredTitle")}>
          {withKey("emptyStarredText", "toggleStar") ?? t("emptyStarredNoKey")}
        </EmptyState>
      );
    case "later":
      return (
        <EmptyState drawing="later" title={t("emptyLaterTitle")}>
          {withKey("emptyLaterText", "toggleLater") ?? t("emptyLaterNoKey")}
        </EmptyState>
      );
    case "tag":
      return <EmptyTag reader={reader} tag={emptiness.tag} />;
    case "allRead":
      return <AllRead reader={reader} />;
  }
}

const showDetails = ({ feeds, details }: Reader) =>
  (details.value = { of: "sources", ids: (feeds.all.peek() ?? []).map(({ id }) => id) });

function EmptyTag({ reader, tag }: { reader: Reader; tag: string }) {
  const showAll = () => reader.show({ view: "all", tag: null, feedId: null });
  return (
    <EmptyState
      drawing="allRead"
      title={t("emptyTagTitle", tagName.of(tag))}
      actions={[{ label: t("showAllArticles"), run: showAll, tone: "normal" }]}
    >
      {t("emptyTagText")}
    </EmptyState>
  );
}

function AllRead({ reader }: { reader: Reader }) {
  const next = nextCheckAt(reader.feeds.all.value ?? [], reader.now.value);
  const later = reader.counts.value.get("later") ?? 0;
  const showAll = { label: t("showAllArticles"), run: () => reader.show({ view: "all" }), tone: "normal" } as const;
  const showLater = {
    label: t("readLaterCount", number(later)),
    run: () => reader.show({ view: "later", tag: null, feedId: null }),
    tone: "quiet",
  } as const;
  return (
    <EmptyState drawing="allRead" title={t("emptyReadTitle")} actions={later > 0 ? [showAll, showLater] : [showAll]}>
      {next === null ? t("emptyReadTextNoTime") : t("emptyReadText", clockText(next))}
    </EmptyState>
  );
}

/** A sentence about a key; null where there is none for that, or keys are switched off. */
function withKey(text: "emptyStarredText" | "emptyLaterText", does: Action): VNode | null {
  const key = keyFor(does);
  if (key === undefined) return null;
  return (
    <Filled text={t(text, SLOT)}>
      <kbd>{key}</kbd>
    </Filled>
  );
}
