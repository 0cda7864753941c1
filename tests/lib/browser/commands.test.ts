import { expect, test, vi } from "vitest";

const browser = vi.hoisted(() => {
  type OnCommand = (command: string, tab?: { windowId: number }) => void;
  const opened: unknown[] = [];
  const listeners: OnCommand[] = [];
  const commands = [
    { name: "_execute_action", shortcut: "Alt+Shift+F" },
    { name: "open-panel", shortcut: "" },
  ];
  Object.assign(globalThis, {
    chrome: {
      runtime: { id: "us" },
      commands: { onCommand: { addListener: (it: OnCommand) => listeners.push(it) }, getAll: async () => commands },
      sidePanel: { open: async (where: unknown) => void opened.push(where) },
      tabs: { create: async (tab: unknown) => void opened.push(tab) },
    },
  });
  return { opened, press: (command: string) => listeners.forEach((it) => it(command, { windowId: 7 })) };
});

const { changeBrowserKeys, openPanelOnKey, readBrowserKeys } = await import("../../../lib/browser/commands.ts");

test("the panel opens where its key is pressed, before anything else can happen", () => {
  openPanelOnKey();
  browser.press("something-else");
  browser.press("open-panel");
  expect(browser.opened).toEqual([{ windowId: 7 }]);
});

test("the keys are those that the browser has now", async () => {
  expect(await readBrowserKeys()).toEqual({ openPopup: "Alt+Shift+F", openPanel: "" });
});

test("they are changed on the browser's own page", async () => {
  await changeBrowserKeys();
  expect(browser.opened.at(-1)).toEqual({ url: "chrome://extensions/shortcuts" });
});
