import { locale, t } from "../lib/i18n.ts";
import { relativeTime } from "../lib/view/dates.ts";

/** "just now", "4 min. ago", "yesterday". */
export function agoText(at: number, now: number): string {
  return relativeTime(at, now, locale()) ?? t("justNow");
}

export function clockText(at: number): string {
  return new Intl.DateTimeFormat(locale(), { timeStyle: "short" }).format(at);
}
