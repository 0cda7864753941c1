import { computed, effect, signal } from "@preact/signals";
import { hideFailedPictures } from "../../components/failedPictures.ts";
import type { LetKeysBeObeyed } from "../../components/holdKeys.ts";
import { nameTags } from "../../components/namedTags.ts";
import { followKeys } from "../../components/keyNames.ts";
import { asideWith } from "../../components/popup/PopupAside.tsx";
import { extras, type Extras } from "../../components/popup/extras.ts";
import { obeyKeys } from "../../components/popup/obeyKeys.ts";
import { nameKeys, type Shortcuts } from "../../components/shortcuts.ts";
import { currentSite, followSite, type CurrentSite } from "../../lib/browser/currentSite.ts";
import { refreshNow } from "../../lib/browser/messages.ts";
import { watchSettings } from "../../lib/browser/settings.ts";
import { openDatabase } from "../../lib/db/schema.ts";
import type { Settings } from "../../lib/settings.ts";
import { t } from "../../lib/i18n.ts";
import { site } from "../../lib/site.ts";
import { keymapOf } from "../../lib/view/keymap.ts";
import type { Held } from "../../lib/view/pictureAddresses.ts";
import type { PopupActs } from "../../lib/view/popupActs.ts";
import { createPopup, type Popup } from "../../lib/view/popup.ts";
import type { PopupPage } from "../../lib/view/popupPage.ts";
import { offerOf } from "../../lib/view/siteOffer.ts";
import { openPopupStore } from "../../lib/view/popupStore.ts";
import { namesFrom } from "../../lib/view/tagNames.ts";
import { keepOutsideTrue } from "../reader/outside.ts";

const OFTEN_MS = 10_000;

type Given = {
  first: PopupPage;
  held: Held;
  acts: PopupActs;
  draw: (page: PopupPage, extras: Extras) => void;
  letKeysBeObeyed: LetKeysBeObeyed;
};

/** A module of its own, so that it and Dexie load after the first paint, which it takes over. */
export function startLive({ first, held, acts, draw, letKeysBeObeyed }: Given): Popup {
  hideFailedPictures();
  document.title = t("appName");
  const now = signal(first.now);
  setInterval(() => (now.value = Date.now()), OFTEN_MS);
  const db = openDatabase();
  const popup = createPopup(first, {
    store: openPopupStore(db),
    refreshNow: () => refreshNow("all"),
    now,
    tagOrder: site.tagOrder,
    held,
  });
  const settings = signal<Settings | null>(null);
  const shortcuts = signal<Shortcuts>({});
  watchSettings((chosen) => void (settings.value = chosen));
  nameKeys(shortcuts);
  followKeys(settings, shortcuts);
  nameTags(namesFrom(computed(() => popup.page.value.shelf?.choices ?? new Map())));
  const current = signal<CurrentSite | null>(null);
  void currentSite().then((found) => (current.value = found));
  const offered = computed(() => offerOf(current.value, popup.page.value.shelf?.feeds));
  const Aside = asideWith({
    host: offered,
    onFollow: () => void followSite(current.peek()).then(() => window.close()),
  });
  effect(() => draw(popup.page.value, { ...extras, Aside }));
  const deps = { page: () => popup.page.peek(), acts, list: () => document.querySelector<HTMLElement>(".plist") };
  effect(() => (settings.value ? letKeysBeObeyed(obeyKeys(deps, keymapOf(settings.value))) : undefined));
  keepOutsideTrue(db, settings);
  void popup.goLive();
  return popup;
}
