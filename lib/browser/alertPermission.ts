import { browser } from "wxt/browser";

/** Calls `show` with whether notifications are kept from being shown: now, and when that may have changed. */
export function watchBlocked(show: (isBlocked: boolean) => void): void {
  // Firefox has no such question: what is blocked there is the system's matter.
  if (import.meta.env.FIREFOX) return;
  const look = async () => show((await browser.notifications.getPermissionLevel()) === "denied");
  // Who comes back from the system's settings may have allowed them.
  document.addEventListener("visibilitychange", () => void look());
  browser.notifications.onPermissionLevelChanged.addListener(() => void look());
  void look();
}
