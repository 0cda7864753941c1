import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { ensureRefreshAlarm, onRefreshAlarm, waitWithRefresh } from "../lib/browser/alarms.ts";
import { showBusy, showToolbar } from "../lib/browser/badge.ts";
import { openPanelOnKey } from "../lib/browser/commands.ts";
import { answerFollowItem } from "../lib/browser/followMenu.ts";
import { onInstalled } from "../lib/browser/installation.ts";
import { answerMessages } from "../lib/browser/messages.ts";
import { network } from "../lib/browser/network.ts";
import { onNoticeAnswered, showNotice } from "../lib/browser/notifications.ts";
import { answerAddressBar } from "../lib/browser/omnibox.ts";
import { openNoticed } from "../lib/browser/readerPlace.ts";
import { isReaderVisible } from "../lib/browser/readerVisible.ts";
import { keepSources, keptSources } from "../lib/browser/safetyCopy.ts";
import { readSettings } from "../lib/browser/settings.ts";
import { clearNotice, noticesShowing } from "../lib/browser/standingNotices.ts";
import { openDatabase } from "../lib/db/schema.ts";
import { createBackground } from "../lib/refresh/background.ts";
import { shrink } from "../lib/refresh/shrink.ts";
import { home } from "../lib/site.ts";

export default defineBackground({ type: "module", main: startBackground });

function startBackground(): void {
  const db = openDatabase();
  const background = createBackground({
    db,
    home,
    ...network,
    inTurn: (name, work) => navigator.locks.request(name, work),
    alone: (name, work) => navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && work()),
    shrink,
    settings: readSettings,
    safetyCopy: { keep: keepSources, read: keptSources },
    isReaderVisible,
    notice: { show: showNotice, showing: noticesShowing, clear: clearNotice },
    badge: { showToolbar, showBusy },
    openNoticed,
  });
  onRefreshAlarm(() => void background.refreshDue());
  answerMessages({ refreshNow: ({ which }) => background.refreshNow(which) });
  answerAddressBar(db);
  answerFollowItem();
  openPanelOnKey();
  onNoticeAnswered((id, answer) => void background.answerNotice(id, answer));
  // Firefox forgets alarms when it closes, and starts this page for a listener only.
  browser.runtime.onStartup.addListener(() => void waitWithRefresh());
  onInstalled(() => void background.refreshDue());
  void ensureRefreshAlarm();
  void background.wake();
}
