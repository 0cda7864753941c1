import { forgetPosition, getPosition, keepPosition, noteOpened } from "../db/positions.ts";
import type { Db } from "../db/schema.ts";
import { unlessFull } from "../db/storageFull.ts";
import type { Position } from "../model.ts";

/** Where somebody is in an article. */
export type Place = Pick<Position, "anchor" | "share">;

export type OpenPlace = {
  /** Where it was left; null: it starts at its top. */
  left: Place | null;
  /** Notes where the reader is now; null is the top, or the end. Written a little later, and when the article is left. */
  note: (place: Place | null) => void;
};

/** A page that dies loses so much of its scrolling. */
const WRITTEN_AFTER_MS = 1000;

/** The place in an article that is being opened, which is left when `ending` aborts. */
export async function openPlace(db: Db, articleId: number, { now, ending }: Opened): Promise<OpenPlace> {
  const position = await getPosition(db, articleId);
  if (!ending.aborted) void noteOpened(db, articleId, now()).catch(unlessFull);
  let noted: { place: Place | null } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    if (noted === null) return;
    const { place } = noted;
    noted = null;
    const written = place ? keepPosition(db, { ...place, articleId, at: now() }) : forgetPosition(db, articleId);
    // There is no room for where somebody was: nothing to stop their reading for.
    void written.catch(unlessFull);
  }

  function note(place: Place | null): void {
    noted = { place };
    timer ??= setTimeout(write, WRITTEN_AFTER_MS);
  }

  ending.addEventListener("abort", write);
  const writeIfHidden = () => void (document.visibilityState === "hidden" && write());
  document.addEventListener("visibilitychange", writeIfHidden, { signal: ending });
  addEventListener("pagehide", write, { signal: ending });
  return { left: position ?? null, note };
}

type Opened = { now: () => number; ending: AbortSignal };
