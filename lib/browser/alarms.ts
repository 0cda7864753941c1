import { browser } from "wxt/browser";

const REFRESH = "refresh";
const PERIOD_MINUTES = 5;

/**
 * One alarm asks what is due; how often each feed is fetched lies in its row. An alarm that comes late by a whole period
 * slept with its machine or its browser: it has the work wait, as at the browser's start.
 */
export function onRefreshAlarm(refresh: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name !== REFRESH) return;
    if (Date.now() - alarm.scheduledTime > PERIOD_MINUTES * 60_000) void waitWithRefresh();
    else refresh();
  });
}

/**
 * Alarms vanish with updates and, in some browsers, with restarts. Creating one that exists would postpone it, unless it
 * was set by a clock that ran ahead and has been put back since: that one would ring when the clock is there again.
 */
export async function ensureRefreshAlarm(): Promise<void> {
  const present = await browser.alarms.get(REFRESH);
  const isOurs = present?.periodInMinutes === PERIOD_MINUTES;
  if (isOurs && present.scheduledTime <= Date.now() + PERIOD_MINUTES * 60_000) return;
  await createAlarm(LEAST_MINUTES);
}

/** An alarm may not come sooner. */
const LEAST_MINUTES = 0.5;

/**
 * In half a minute to a minute: a machine that has just started or woken is busy, its network may not be there yet, and
 * many of them start at the same hour.
 */
export const waitWithRefresh = (): Promise<void> => createAlarm(LEAST_MINUTES * (1 + Math.random()));

const createAlarm = (delayInMinutes: number): Promise<void> =>
  browser.alarms.create(REFRESH, { delayInMinutes, periodInMinutes: PERIOD_MINUTES });
