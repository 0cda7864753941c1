import "../../components/moreIcons.ts";
import "../../components/options/optionIcons.ts";
import "../../components/tokens.css";
import "../../components/ui.css";
import "../../components/options/import.css";
import "../../components/welcome/welcome.css";
import { signal } from "@preact/signals";
import { render } from "preact";
import { hideFailedPictures } from "../../components/failedPictures.ts";
import { PageBoundary } from "../../components/PageBoundary.tsx";
import { Welcome } from "../../components/welcome/Welcome.tsx";
import { refreshNow } from "../../lib/browser/messages.ts";
import { network } from "../../lib/browser/network.ts";
import { askToFetchAll } from "../../lib/browser/permissions.ts";
import { openReaderAt } from "../../lib/browser/readerPlace.ts";
import { changeSettings, watchSettings } from "../../lib/browser/settings.ts";
import { makeWayForUpdate } from "../../lib/browser/updating.ts";
import { openDatabase } from "../../lib/db/schema.ts";
import { direction, locale, t } from "../../lib/i18n.ts";
import { DEFAULTS } from "../../lib/settings.ts";
import { site } from "../../lib/site.ts";
import { applyAppearance } from "../../lib/view/appearance.ts";
import { createOpml } from "../../lib/view/opml.ts";
import { createWelcome, TOLD } from "../../lib/view/welcome.ts";

const settings = signal(DEFAULTS);
watchSettings((stored) => {
  applyAppearance(document.documentElement, stored);
  settings.value = stored;
});

const db = openDatabase();
// Queries keep silent about a store that cannot be opened; this rejection reaches the page's error boundary.
void db.open();
const { importing } = createOpml({ ...network, db, askToFetchAll, refreshDue: () => refreshNow("due") });

Object.assign(document.documentElement, { lang: locale(), dir: direction() });
document.title = t("tabTitle", t("welcome"), t("appName"));
hideFailedPictures();
makeWayForUpdate();
render(
  <PageBoundary>
    <Welcome
      welcome={createWelcome({ db, now: () => Date.now(), tagOrder: site.tagOrder })}
      importing={importing}
      quiet={settings}
      startReading={(told) => void changeSettings(told ? TOLD[told] : {}).then(() => openReaderAt("", "currentTab"))}
    />
  </PageBoundary>,
  document.body,
);
