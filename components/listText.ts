import { locale } from "../lib/i18n.ts";

/** "Ann, Bo, and Cy". */
export const listText = (names: string[]): string =>
  new Intl.ListFormat(locale(), { type: "conjunction" }).format(names);
