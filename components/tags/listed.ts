import { locale } from "../../lib/i18n.ts";

/** "JS, ECMAScript" as it is written in the reader's language. */
export const listed = (names: string[]): string =>
  new Intl.ListFormat(locale(), { type: "unit", style: "short" }).format(names);
