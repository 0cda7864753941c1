import { showUnread } from "../../lib/browser/badge.ts";
import { openDatabase } from "../../lib/db/schema.ts";
import { openPopupStore } from "../../lib/view/popupStore.ts";
import type { PopupStore } from "../../lib/view/shelf.ts";
import { watchUnread } from "../../lib/view/unread.ts";

/** A module of its own, so that it and Dexie load after the first paint. */
export function openStore(): PopupStore {
  const db = openDatabase();
  watchUnread(db, showUnread);
  return openPopupStore(db);
}
