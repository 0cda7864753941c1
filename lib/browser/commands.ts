import { browser } from "wxt/browser";

/** Chromium has no command of its own for the panel as Firefox has for its sidebar. */
const PANEL = import.meta.env.FIREFOX ? "_execute_sidebar_action" : "open-panel";

/** Opens the panel where its key is pressed; Firefox does so by itself. It must be opened at once: nothing may come before. */
export function openPanelOnKey(): void {
  if (import.meta.env.FIREFOX) return;
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === PANEL && tab) void browser.sidePanel.open({ windowId: tab.windowId });
  });
}

/** The keys as they are now: people change them in the browser, and other extensions may have taken them. */
export async function readBrowserKeys(): Promise<{ openPopup: string; openPanel: string }> {
  const commands = await browser.commands.getAll();
  const keyOf = (name: string) => commands.find((command) => command.name === name)?.shortcut ?? "";
  return { openPopup: keyOf("_execute_action"), openPanel: keyOf(PANEL) };
}

/** `wxt/browser` types Chromium's API, which has no such function: there it is a page. */
type FirefoxCommands = { openShortcutSettings(): Promise<void> };

export async function changeBrowserKeys(): Promise<void> {
  if (import.meta.env.FIREFOX) await (browser.commands as unknown as FirefoxCommands).openShortcutSettings();
  else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}
