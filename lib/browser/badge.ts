import { browser } from "wxt/browser";
import { locale, plural, t } from "../i18n.ts";

const INK = "#14191a";
const GREY = "#5b6463";

/** The number of unread articles on the toolbar icon, and in words in its tooltip. Works from pages too. */
export async function showUnread(count: number): Promise<void> {
  await paint(count === 0 ? "" : short(count), INK);
  await browser.action.setTitle({ title: `${t("appName")}: ${plural("unread", count)}` });
}

/** While a refresh that a person asked for takes its time. */
export const showBusy = (): Promise<void> => paint("…", GREY);

async function paint(text: string, color: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color });
  await browser.action.setBadgeTextColor({ color: "#ffffff" });
  await browser.action.setBadgeText({ text });
}

/** About four characters fit. */
function short(count: number): string {
  const digits = new Intl.NumberFormat(locale(), { useGrouping: false });
  return count > 99 ? `${digits.format(99)}+` : digits.format(count);
}
