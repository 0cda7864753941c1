import "../../components/tokens.css";
import "../../components/ui.css";
import "../../components/popup/popup.css";
import { render } from "preact";
import { afterPaint } from "../../components/afterPaint.ts";
import { PageBoundary } from "../../components/PageBoundary.tsx";
import { holdKeys } from "../../components/holdKeys.ts";
import { Popup } from "../../components/popup/Popup.tsx";
import type { Extras } from "../../components/popup/extras.ts";
import { openOriginal, openReaderTab, openSettings } from "../../lib/browser/pages.ts";
import { openPanel } from "../../lib/browser/panel.ts";
import { direction, locale } from "../../lib/i18n.ts";
import { site } from "../../lib/site.ts";
import type { Held } from "../../lib/view/pictureAddresses.ts";
import { createActs } from "../../lib/view/popupActs.ts";
import { firstPage, needsExtras, wholePage, type PopupPage } from "../../lib/view/popupPage.ts";

const letKeysBeObeyed = holdKeys();
const [rows, [theme], windowId] = await firstRead;

const first = firstPage(rows, { now: Date.now(), tagOrder: site.tagOrder });

const acts = createActs({
  openPanel: (articleId) => openPanel(windowId, articleId),
  openTab: openReaderTab,
  openOriginal: (url) => openOriginal(url, "background"),
  openSettings: (part) => void openSettings(part).then(() => window.close()),
  close: () => window.close(),
  popup: () => live,
});

Object.assign(document.documentElement, { lang: locale(), dir: direction() });
document.documentElement.dataset.theme = theme;
const extras = needsExtras(first) ? (await import("../../components/popup/extras.ts")).extras : null;
draw(first, extras);
const live = afterPaint().then(async () => {
  const held: Held = { size: "thumb", addresses: new Map() };
  const whole = wholePage(first, held);
  draw(whole, extras);
  return (await import("./live.tsx")).startLive({ first: whole, held, acts, draw, letKeysBeObeyed });
});

function draw(page: PopupPage, extras: Extras | null): void {
  render(
    <PageBoundary>
      <Popup page={page} acts={acts} extras={extras} />
    </PageBoundary>,
    document.body,
  );
}
