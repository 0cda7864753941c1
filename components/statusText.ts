import { number, plural, t } from "../lib/i18n.ts";
import type { Feed } from "../lib/model.ts";
import { updatedAtOf } from "../lib/view/feedTimes.ts";
import { outageOf } from "../lib/view/outage.ts";
import type { Progress } from "../lib/view/refreshProgress.ts";
import { agoText, clockText } from "./timeText.ts";

/** "Checking 2 of 4 sources": the one that is being checked counts as begun. */
export function checkingText({ done, total }: Progress): string {
  return plural("checkingSources", total, number(Math.min(done + 1, total)));
}

/** "Updated 4 min. ago", of all sources or of the one asked for. */
export function updatedText(feeds: Feed[], feedId: string | null, now: number): string {
  const at = updatedAtOf(feeds, feedId);
  if (at === null) return t("notUpdatedYet");
  const outage = outageOf(feeds)?.kind;
  // While nothing gets through, the time of the last success says more than its distance.
  if (outage === "allFailed" || outage === "allUnreadable" || outage === "offline")
    return t("updatedAt", clockText(at));
  const isNow = now - at < 60_000;
  return isNow ? t("updatedJustNow") : t("updated", agoText(at, now));
}
