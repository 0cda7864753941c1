import { locale, plural, t } from "../../lib/i18n.ts";
import type { PopupActs } from "../../lib/view/popupActs.ts";
import type { PopupPage } from "../../lib/view/popupPage.ts";
import { IconButton } from "../IconButton.tsx";
import { Mark } from "../Mark.tsx";
import { RefreshButton } from "../RefreshButton.tsx";
import { checkingText, updatedText } from "../statusText.ts";

type Props = { page: PopupPage; acts: PopupActs };

export function PopupHead({ page, acts }: Props) {
  const today = new Intl.DateTimeFormat(locale(), { weekday: "long", day: "numeric", month: "long" });
  return (
    <header class="phead">
      <Mark />
      <div class="ttl">
        <h1>{today.format(page.now)}</h1>
        <p class="num">
          <Status page={page} />
        </p>
      </div>
      <RefreshButton progress={page.progress} onRefresh={acts.refresh} />
      <IconButton icon="settings" label={t("settings")} does="settings" onPress={acts.openSettings} />
    </header>
  );
}

/** "8 unread · Updated 4 min. ago", and while a refresh runs how far it is. */
function Status({ page: { shelf, progress, now } }: { page: PopupPage }) {
  const feeds = shelf?.feeds ?? [];
  const unread = shelf?.counts.get("unread") ?? 0;
  const isFirstLoad = feeds.every((feed) => feed.lastFetchedAt === null && feed.trouble === null);
  if (isFirstLoad) return <>{t("firstLoad")}</>;
  if (progress) return <>{checkingText(progress)}</>;
  return (
    <>
      {unread > 0 && (
        <>
          <b>{plural("unread", unread)}</b>
          {" · "}
        </>
      )}
      {updatedText(feeds, null, now)}
    </>
  );
}
