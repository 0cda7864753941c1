import { computed, type ReadonlySignal } from "@preact/signals";
import { showToolbar } from "../../lib/browser/badge.ts";
import { clearNotice } from "../../lib/browser/standingNotices.ts";
import type { Db } from "../../lib/db/schema.ts";
import type { Settings } from "../../lib/settings.ts";
import { clearReadNotices, noteLooking } from "../../lib/view/looking.ts";
import { watchToolbar } from "../../lib/view/toolbar.ts";

type ChosenBadge = ReadonlySignal<Pick<Settings, "badge"> | null>;

/** What stands outside of our pages is true: the toolbar's icon. */
export function keepIconTrue(db: Db, settings: ChosenBadge): void {
  const badge = computed(() => settings.value && settings.value.badge);
  watchToolbar({ db, now: () => Date.now(), badge, show: showToolbar });
}

/** The same, and the notifications, for a page on which people read. */
export function keepOutsideTrue(db: Db, settings: ChosenBadge): void {
  keepIconTrue(db, settings);
  noteLooking(db);
  clearReadNotices(db, clearNotice);
}
