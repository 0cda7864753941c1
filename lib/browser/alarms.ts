import { browser } from "wxt/browser";

const REFRESH = "refresh";
const PERIOD_MINUTES = 5;

/** One alarm asks what is due; how often each feed is fetched lies in its row. */
export function onRefreshAlarm(refresh: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === REFRESH) refresh();
  });
}

/** Alarms vanish with updates and, in some browsers, with restarts. Creating one that exists would postpone it. */
export async function ensureRefreshAlarm(): Promise<void> {
  const present = await browser.alarms.get(REFRESH);
  if (present?.periodInMinutes === PERIOD_MINUTES) return;
  await browser.alarms.create(REFRESH, { delayInMinutes: 0.5, periodInMinutes: PERIOD_MINUTES });
}
