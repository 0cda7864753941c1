import { locale } from "../lib/i18n.ts";

/** Of work that goes on: it is not said to be whole before it is done. */
export const percent = (share: number): string =>
  new Intl.NumberFormat(locale(), { style: "percent" }).format(Math.min(share, 0.99));
