import "../../components/tokens.css";
import "../../components/ui.css";
import "../../components/popup/popup.css";
import { signal } from "@preact/signals";
import { render } from "preact";
import { PageBoundary } from "../../components/PageBoundary.tsx";
import { Popup } from "../../components/popup/Popup.tsx";
import { openOriginal, openReaderTab, openSettings } from "../../lib/browser/pages.ts";
import { currentWindowId, openPanel } from "../../lib/browser/panel.ts";
import { readTheme } from "../../lib/browser/theme.ts";
import { readFirstPaint } from "../../lib/db/firstPaint.ts";
import { direction, locale } from "../../lib/i18n.ts";
import { site } from "../../lib/site.ts";
import { createPopup } from "../../lib/view/popup.ts";
import { FIRST_SCOPE, SHOWN } from "../../lib/view/shelf.ts";

const OFTEN_MS = 10_000;

const [first, theme, windowId] = await Promise.all([
  readFirstPaint({ scope: FIRST_SCOPE, count: SHOWN }),
  readTheme(),
  currentWindowId(),
]);

const now = signal(Date.now());
setInterval(() => (now.value = Date.now()), OFTEN_MS);

const popup = createPopup(first, {
  // What follows is not needed to show headlines, so it is fetched when they are shown.
  loadStore: () => import("./store.ts").then(({ openStore }) => openStore()),
  refreshNow: () => import("../../lib/browser/messages.ts").then(({ refreshNow }) => refreshNow("all")),
  openPanel: (articleId) => openPanel(windowId, articleId),
  openTab: openReaderTab,
  openOriginal: (url) => openOriginal(url, "background"),
  close: () => window.close(),
  now,
  tagOrder: site.tagOrder,
});

Object.assign(document.documentElement, { lang: locale(), dir: direction() });
document.documentElement.dataset.theme = theme;
render(
  <PageBoundary>
    <Popup popup={popup} openSettings={() => void openSettings().then(() => window.close())} />
  </PageBoundary>,
  document.body,
);

requestAnimationFrame(() => setTimeout(() => void popup.goLive()));
