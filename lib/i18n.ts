import { browser } from "wxt/browser";
import type messages from "../public/_locales/en/messages.json";

type Key = keyof typeof messages;
/** Messages that come in plural forms are stored as `key_one`, `key_other` and so on. */
export type PluralKey = Key extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;
export type MessageKey = Key;

/** The text of a message, in the browser's language. `$1`… in it are filled with `values`, in order. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String));
}

/** The plural form of a message for `count`; the first value filled in is the count in the reader's digits. */
export function plural(key: PluralKey, count: number, ...values: (string | number)[]): string {
  const form = `${key}_${formats().plurals.select(count)}`;
  const text = browser.i18n.getMessage(form as MessageKey, [number(count), ...values.map(String)]);
  // A language that lacks a form in its file falls back to the form that every language has.
  return text || t(`${key}_other`, number(count), ...values);
}

export const locale = (): string => browser.i18n.getUILanguage();
export const number = (value: number): string => formats().numbers.format(value);
/** Where there is room for four characters: "66K". */
export const shortNumber = (value: number): string => value.toLocaleString(locale(), { notation: "compact" });
export const direction = (): "ltr" | "rtl" => (t("@@bidi_dir" as MessageKey) === "rtl" ? "rtl" : "ltr");

type Formats = { locale: string; plurals: Intl.PluralRules; numbers: Intl.NumberFormat };

let made: Formats | null = null;

/** Making them costs more than a list's row does: once is enough for as long as the language stays. */
function formats(): Formats {
  const wanted = locale();
  if (made?.locale === wanted) return made;
  made = { locale: wanted, plurals: new Intl.PluralRules(wanted), numbers: new Intl.NumberFormat(wanted) };
  return made;
}
