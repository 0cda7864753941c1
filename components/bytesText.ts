import { locale } from "../lib/i18n.ts";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "640 kB", "24 MB", "1.4 GB": at most two digits and what stands before the point. */
export function bytesText(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(bytes) / 3)));
  const value = bytes / 1000 ** step;
  const fraction = value < 10 ? 1 : 0;
  const unit = { style: "unit", unit: UNITS[step], maximumFractionDigits: fraction } as const;
  return new Intl.NumberFormat(locale(), unit).format(value);
}
