import { settledNotices, noteLooked } from "../db/looking.ts";
import { newestArticleId } from "../db/articles.ts";
import type { Db } from "../db/schema.ts";
import { watch } from "./live.ts";

/** While this page is in sight, what arrives is new to nobody any more. */
export function noteLooking(db: Db): void {
  let newest = 0;
  const note = () => void (document.visibilityState === "visible" && noteLooked(db, newest));
  watch(
    () => newestArticleId(db),
    (id) => {
      newest = id;
      note();
    },
  );
  document.addEventListener("visibilitychange", note);
}

/** A notification goes when all of its articles were read elsewhere. */
export function clearReadNotices(db: Db, clear: (id: string) => Promise<void>): void {
  watch(
    () => settledNotices(db),
    (ids) => ids.forEach((id) => void clear(id)),
  );
}
