import "../../components/moreIcons.ts";
import "../../components/options/optionIcons.ts";
import "../../components/tokens.css";
import "../../components/ui.css";
import "../../components/options/options.css";
import { signal } from "@preact/signals";
import { render } from "preact";
import { afterPaint } from "../../components/afterPaint.ts";
import { PageBoundary } from "../../components/PageBoundary.tsx";
import { Options } from "../../components/options/Options.tsx";
import { watchBlocked } from "../../lib/browser/alertPermission.ts";
import { changeBrowserKeys, readBrowserKeys } from "../../lib/browser/commands.ts";
import { refreshNow } from "../../lib/browser/messages.ts";
import { network } from "../../lib/browser/network.ts";
import { openOriginal } from "../../lib/browser/pages.ts";
import { askToFetch, askToFetchAll } from "../../lib/browser/permissions.ts";
import { changeSettings, readSettings, watchSettings } from "../../lib/browser/settings.ts";
import { eraseStored, restoreSettings } from "../../lib/browser/stored.ts";
import { makeWayForUpdate } from "../../lib/browser/updating.ts";
import { version } from "../../lib/browser/version.ts";
import { openDatabase } from "../../lib/db/schema.ts";
import { direction, locale, t } from "../../lib/i18n.ts";
import type { Settings } from "../../lib/settings.ts";
import { home } from "../../lib/site.ts";
import { createAlertChoices } from "../../lib/view/alertChoices.ts";
import { applyAppearance } from "../../lib/view/appearance.ts";
import { askedIn } from "../../lib/view/asked.ts";
import { createBackups } from "../../lib/view/backups.ts";
import { createOpml } from "../../lib/view/opml.ts";
import { createOptions } from "../../lib/view/options.ts";
import { watchSearchIndex } from "../../lib/view/searchIndex.ts";
import { createStorage } from "../../lib/view/storage.ts";
import { keepIconTrue } from "../reader/outside.ts";

const OFTEN_MS = 10_000;

const preferences = signal<Settings | null>(null);
watchSettings((settings) => {
  applyAppearance(document.documentElement, settings);
  preferences.value = settings;
});

const now = signal(Date.now());
setInterval(() => (now.value = Date.now()), OFTEN_MS);

const db = openDatabase();
keepIconTrue(db, preferences);
const opml = createOpml({ ...network, db, askToFetchAll, refreshDue: () => refreshNow("due") });
const searchIndex = watchSearchIndex(db, () => refreshNow("due"));
const storage = createStorage({ db, usedBytes: async () => (await navigator.storage.estimate()).usage ?? 0 });
const alertChoices = createAlertChoices({ db, now: () => Date.now(), locale: locale() });
const isBlocked = signal(false);
watchBlocked((blocked) => void (isBlocked.value = blocked));
const backups = createBackups({
  ...network,
  db,
  home,
  readSettings,
  restoreSettings,
  eraseSettings: eraseStored,
  askToFetchAll,
  refreshDue: () => refreshNow("due"),
});
const options = createOptions({
  db,
  now,
  locale: locale(),
  asked: askedIn(location.search),
  askToFetch,
  askToFetchAll,
  refreshNow: (feedId) => refreshNow({ feedId }),
  openSite: (url) => openOriginal(url, "front"),
  network,
});

Object.assign(document.documentElement, { lang: locale(), dir: direction() });
makeWayForUpdate();
document.title = t("tabTitle", t("settings"), t("appName"));
render(
  <PageBoundary>
    <Options
      options={options}
      opml={opml}
      searchIndex={searchIndex}
      storage={storage}
      alerts={{ choices: alertChoices, isBlocked }}
      backups={backups}
      preferences={preferences}
      change={(change) => void changeSettings(change)}
      browserKeys={{ read: readBrowserKeys, change: changeBrowserKeys }}
      version={version()}
    />
  </PageBoundary>,
  document.body,
);
// Queries keep silent about a store that cannot be opened; this rejection reaches the page's error boundary.
void afterPaint().then(() => db.open());
