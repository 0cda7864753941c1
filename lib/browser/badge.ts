import { browser } from "wxt/browser";
import type { Toolbar } from "../db/toolbar.ts";
import { locale, plural, t } from "../i18n.ts";
import { readSettings } from "./settings.ts";

const INK = "#14191a";
const GREY = "#5b6463";
const AMBER = "#744800";

/** What people want to see on the toolbar's icon, and how things stand in its tooltip. Works from pages too. */
export async function showToolbar({ unread, needy, sign, isPaused }: Toolbar): Promise<void> {
  const icon = isPaused ? "grey" : "icon";
  await browser.action.setIcon({ path: { 16: `/icons/${icon}-16.png`, 32: `/icons/${icon}-32.png` } });
  await paint(textOf(sign), sign === "warning" ? AMBER : INK);
  const words = [t("appName"), plural("unread", unread)] as const;
  await browser.action.setTitle({
    title: needy === 0 ? t("toolbarTip", ...words) : plural("toolbarTipNeedy", needy, ...words),
  });
}

function textOf(sign: Toolbar["sign"]): string {
  if (typeof sign === "number") return sign <= 0 ? "" : short(sign);
  return { dot: "•", warning: "!", none: "" }[sign];
}

/** While a refresh that a person asked for takes its time. */
export async function showBusy(): Promise<void> {
  if ((await readSettings()).badge !== "none") await paint("…", GREY);
}

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
