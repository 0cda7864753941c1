import { beforeEach, expect, test, vi } from "vitest";

type Alarm = { name: string; scheduledTime: number; periodInMinutes?: number };
type Created = { delayInMinutes: number; periodInMinutes: number };

const browser = vi.hoisted(() => {
  const fake = { present: undefined as Alarm | undefined, created: [] as Created[], ring: (_: Alarm) => {} };
  const alarms = {
    get: async () => fake.present,
    create: async (_name: string, alarm: Created) => void fake.created.push(alarm),
    onAlarm: { addListener: (listener: (alarm: Alarm) => void) => void (fake.ring = listener) },
  };
  Object.assign(globalThis, { chrome: { alarms } });
  return fake;
});

const { ensureRefreshAlarm, onRefreshAlarm, waitWithRefresh } = await import("../../../lib/browser/alarms.ts");

let refreshes = 0;

beforeEach(() => {
  refreshes = 0;
  browser.created = [];
  browser.present = undefined;
  onRefreshAlarm(() => void refreshes++);
});

const MINUTE = 60_000;
const ring = (lateMs: number) =>
  browser.ring({ name: "refresh", scheduledTime: Date.now() - lateMs, periodInMinutes: 5 });

test("an alarm that comes in time refreshes, whichever way the clock went meanwhile", () => {
  ring(0);
  ring(4 * MINUTE);
  ring(-60 * MINUTE);
  expect(refreshes).toBe(3);
  expect(browser.created).toEqual([]);
});

test("an alarm that slept with its machine has the refresh wait for half a minute to a minute", () => {
  ring(8 * 60 * MINUTE);
  expect(refreshes).toBe(0);
  expectSoon();
});

test("so does the browser's start", async () => {
  await waitWithRefresh();
  expectSoon();
});

test("an alarm that is there is left alone; one of another period, or none, is made anew", async () => {
  browser.present = { name: "refresh", scheduledTime: 0, periodInMinutes: 5 };
  await ensureRefreshAlarm();
  expect(browser.created).toEqual([]);
  browser.present = { name: "refresh", scheduledTime: 0, periodInMinutes: 60 };
  await ensureRefreshAlarm();
  browser.present = undefined;
  await ensureRefreshAlarm();
  expect(browser.created).toEqual(Array(2).fill({ delayInMinutes: 0.5, periodInMinutes: 5 }));
});

test("an alarm that lies further ahead than its period was set by a clock that has been put back: it is made anew", async () => {
  for (const aheadMs of [6 * MINUTE, 60 * MINUTE, 24 * 60 * MINUTE, 365 * 24 * 60 * MINUTE]) {
    browser.present = { name: "refresh", scheduledTime: Date.now() + aheadMs, periodInMinutes: 5 };
    await ensureRefreshAlarm();
  }
  expect(browser.created).toEqual(Array(4).fill({ delayInMinutes: 0.5, periodInMinutes: 5 }));
  browser.created = [];
  browser.present = { name: "refresh", scheduledTime: Date.now() + 5 * MINUTE, periodInMinutes: 5 };
  await ensureRefreshAlarm();
  expect(browser.created).toEqual([]);
});

test("other alarms are not its business", () => {
  browser.ring({ name: "other", scheduledTime: Date.now() });
  expect(refreshes).toBe(0);
});

function expectSoon(): void {
  expect(browser.created).toHaveLength(1);
  expect(browser.created[0]?.periodInMinutes).toBe(5);
  expect(browser.created[0]?.delayInMinutes).toBeGreaterThanOrEqual(0.5);
  expect(browser.created[0]?.delayInMinutes).toBeLessThanOrEqual(1);
}
