import "../../components/tokens.css";
import "../../components/ui.css";
import "../../components/repair/repair.css";
import { render } from "preact";
import { RepairPage } from "../../components/repair/RepairPage.tsx";
import { openReaderAt } from "../../lib/browser/readerPlace.ts";
import { keptSources } from "../../lib/browser/safetyCopy.ts";
import { watchSettings } from "../../lib/browser/settings.ts";
import { eraseStored } from "../../lib/browser/stored.ts";
import { startAnew, storeFault } from "../../lib/db/storeFault.ts";
import { direction, locale, t } from "../../lib/i18n.ts";
import { home } from "../../lib/site.ts";
import { applyAppearance } from "../../lib/view/appearance.ts";
import { createRepair } from "../../lib/view/repair.ts";

watchSettings((settings) => applyAppearance(document.documentElement, settings));

const repair = createRepair({
  storeFault: () => storeFault(),
  keptSources,
  startAnew: (records) => startAnew({ records, home, now: Date.now() }),
  eraseSettings: eraseStored,
});

Object.assign(document.documentElement, { lang: locale(), dir: direction() });
document.title = t("tabTitle", t("repair"), t("appName"));
render(<RepairPage repair={repair} onOpen={() => void openReaderAt("", "currentTab")} />, document.body);
