import { locale, plural, t } from "../../lib/i18n.ts";
import type { Popup } from "../../lib/view/popup.ts";
import { IconButton } from "../IconButton.tsx";
import { Mark } from "../Mark.tsx";
import { RefreshButton } from "../RefreshButton.tsx";
import { checkingText, updatedText } from "../statusText.ts";

type Props = { popup: Popup; openSettings: () => void };

export function PopupHead({ popup, openSettings }: Props) {
  const today = new Intl.DateTimeFormat(locale(), { weekday: "long", day: "numeric", month: "long" });
  return (
    <header class="phead">
      <Mark />
      <div class="ttl">
        <h1>{today.format(popup.now.value)}</h1>
        <p role="status" class="num">
          <Status popup={popup} />
        </p>
      </div>
      <RefreshButton progress={popup.progress.value} onRefresh={popup.refresh} />
      <IconButton icon="settings" label={t("settings")} shortcut="," onPress={openSettings} />
    </header>
  );
}

/** "8 unread · Updated 4 min. ago", and while a refresh runs how far it is. */
function Status({ popup }: { popup: Popup }) {
  const shelf = popup.shelf.value;
  const feeds = shelf?.feeds ?? [];
  const progress = popup.progress.value;
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
      {updatedText(feeds, null, popup.now.value)}
    </>
  );
}
