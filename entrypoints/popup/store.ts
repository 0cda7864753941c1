import { openDatabase } from "../../lib/db/schema.ts";
import { openPopupStore } from "../../lib/view/popupStore.ts";

/** A module of its own, so that it and Dexie load after the first paint. */
export const openStore = () => openPopupStore(openDatabase());
