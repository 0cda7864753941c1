import type { ReadonlySignal } from "@preact/signals";
import { t } from "../lib/i18n.ts";

/** Drawn by itself: scrolling changes nothing else of the page. */
export function ReadingLine({ read }: { read: ReadonlySignal<number> }) {
  return (
    <span
      class="bar"
      role="progressbar"
      aria-label={t("readingProgress")}
      aria-valuenow={read.value}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ "--v": read.value / 100 }} />
    </span>
  );
}
