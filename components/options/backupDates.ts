import { locale } from "../../lib/i18n.ts";

/** "28 June 2024" */
export const dayOf = (at: number): string => new Intl.DateTimeFormat(locale(), { dateStyle: "long" }).format(at);

/** "28 June 2024 at 07:30" */
export const momentOf = (at: number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeStyle: "short" }).format(at);
