import { expect, test, vi } from "vitest";

const icons: string[] = vi.hoisted(() => {
  const given: string[] = [];
  const action = {
    setIcon: async ({ path }: { path: Record<string, string> }) => void given.push(Object.values(path).join()),
    setBadgeText: async () => {},
    setBadgeBackgroundColor: async () => {},
    setBadgeTextColor: async () => {},
    setTitle: async () => {},
  };
  const i18n = { getMessage: () => "", getUILanguage: () => "en" };
  Object.assign(globalThis, { chrome: { action, i18n } });
  return given;
});

const { showToolbar } = await import("../../../lib/browser/badge.ts");

test("the icon is grey while every source is paused", async () => {
  const toolbar = { unread: 1, needy: 0, sign: 1 };
  for (const isPaused of [false, true, false]) await showToolbar({ ...toolbar, isPaused });
  expect(icons).toEqual([
    "/icons/icon-16.png,/icons/icon-32.png",
    "/icons/grey-16.png,/icons/grey-32.png",
    "/icons/icon-16.png,/icons/icon-32.png",
  ]);
});
