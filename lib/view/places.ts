import { getArticle } from "../db/articles.ts";
import { forgetLastLeft, forgetPosition, getPosition, keepPosition, lastLeft, noteOpened } from "../db/positions.ts";
import type { Db } from "../db/schema.ts";
import { unlessFull } from "../db/storageFull.ts";
import type { Article, Position } from "../model.ts";

/** Where somebody is in an article. */
export type Place = Pick<Position, "anchor" | "share">;

export type OpenPlace = {
  /** Where it was left; null: it starts at its top. */
  left: Place | null;
  /**
   * Notes that the reader has moved. Where to is asked a little later, and when the article is left, for that takes
   * measuring; null is the top, and undefined changes nothing.
   */
  note: (ask: () => Place | null | undefined) => void;
};

/** A page that dies loses so much of its scrolling. */
const WRITTEN_AFTER_MS = 1000;

/** The place in an article that is being opened, which is left when `ending` aborts. */
export async function openPlace(db: Db, articleId: number, { now, ending }: Opened): Promise<OpenPlace> {
  const position = await getPosition(db, articleId);
  if (!ending.aborted) void noteOpened(db, articleId, now()).catch(unlessFull);
  let noted: (() => Place | null | undefined) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    const place = noted?.();
    noted = null;
    if (place === undefined) return;
    const isInMiddle = place !== null && place.share < ENDED;
    const written = isInMiddle ? keepPosition(db, { ...place, articleId, at: now() }) : forgetPosition(db, articleId);
    // There is no room for where somebody was: nothing to stop their reading for.
    void written.catch(unlessFull);
  }

  function note(ask: () => Place | null | undefined): void {
    // What is drawn then is of another article.
    if (ending.aborted) return;
    noted = ask;
    timer ??= setTimeout(write, WRITTEN_AFTER_MS);
  }

  ending.addEventListener("abort", write);
  const writeIfHidden = () => void (document.visibilityState === "hidden" && write());
  document.addEventListener("visibilitychange", writeIfHidden, { signal: ending });
  addEventListener("pagehide", write, { signal: ending });
  return { left: position ?? null, note };
}

type Opened = { now: () => number; ending: AbortSignal };

const RECENT_MS = 7 * 24 * 3_600_000;
const BEGUN = 0.05;
/** What is left unread then is not worth coming back for. */
const ENDED = 0.95;

/** The article that was read last, where it was left in its middle within the last seven days. */
export async function readLeftOff(db: Db, now: number): Promise<Article | null> {
  const left = await lastLeft(db);
  const isInMiddle = left && left.share >= BEGUN && left.share < ENDED && left.at > now - RECENT_MS;
  return isInMiddle ? ((await getArticle(db, left.articleId)) ?? null) : null;
}

export const forgetLeftOff = (db: Db): Promise<void> => forgetLastLeft(db).catch(unlessFull);
