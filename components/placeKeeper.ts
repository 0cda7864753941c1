import { signal } from "@preact/signals";
import type { RefObject } from "preact";
import type { Anchor } from "../lib/model.ts";
import type { Place } from "../lib/view/places.ts";
import type { Reader } from "../lib/view/reader.ts";
import { anchorAt, findPlace, textBlocks, type TextBlock } from "../lib/view/textBlocks.ts";
import { shareRead, wayThrough } from "./readingProgress.ts";
import { heightOf, placeAt, type LaidOut, type TextPlace } from "./textLayout.ts";

/** Pixels from its top within which an article has not been begun. */
const TOP = 8;

/** Nobody has the text set anew in so short a time after a scroll. */
const LOOKED_AFTER_MS = 100;

/** Moves `scroller` so that what is at its top stays there, and says to `reading` what that is. */
export function createPlaceKeeper({ reading, noteScroll }: Watched, scroller: RefObject<HTMLElement | null>) {
  const read = signal(0);
  const drawnId = signal<number | null>(null);
  const restoredId = signal<number | null>(null);
  let begunId: number | null = null;
  let hasScrolled = false;
  let frame: HTMLIFrameElement | null = null;
  /** Null until it is needed, and when the text has become another. */
  let blocks: TextBlock[] | null = null;
  let stopWatching = () => {};
  /** What is at the top of what is seen; null at the top of the article. */
  let held: Held | null = null;
  /** Where this scrolled to by itself. */
  let setTo: number | null = null;
  /** Set while what is held is not what is seen any more. */
  let looking: ReturnType<typeof setTimeout> | undefined;

  function begin(id: number | null): void {
    if (id === begunId) return;
    begunId = id;
    hasScrolled = false;
    frame = held = blocks = drawnId.value = restoredId.value = null;
    stopWatching();
    clearTimeout(looking);
    looking = undefined;
    scrollTo(0);
    read.value = 0;
  }

  function onDrawn(next: HTMLIFrameElement): void {
    const id = reading.article.peek()?.id ?? null;
    begin(id);
    const isOpening = drawnId.peek() === null && !hasScrolled;
    const place = isOpening ? (reading.place.peek()?.left ?? null) : placeNow();
    frame = next;
    blocks = null;
    stopWatching();
    stopWatching = watchText(next, () => (blocks = null));
    if (place) goTo(place);
    if (place && isOpening) restoredId.value = id;
    drawnId.value = id;
    showShare();
  }

  function goTo({ anchor, share }: Place): void {
    const text = laidOut();
    if (!text) return;
    const found = findPlace(text.blocks, anchor);
    if (found) {
      held = { at: { ...found, beyond: 0 }, anchor };
      hold();
    } else {
      scrollTo(share * wayThrough(text.scroller, frame));
      held = seen();
    }
  }

  function onFitted(): void {
    hold();
    showShare();
  }

  function hold(): void {
    // Where somebody is scrolling, they see for themselves.
    const text = looking === undefined ? laidOut() : null;
    if (held && text) scrollTo(text.scroller.scrollTop + heightOf(text, held.at) - text.top);
  }

  function scrollTo(y: number): void {
    if (!scroller.current) return;
    scroller.current.scrollTop = y;
    setTo = scroller.current.scrollTop;
  }

  /** The top of what is seen moved by so much: all of the text stays where it is. */
  function shift(by: number): void {
    if (!scroller.current) return;
    scrollTo(scroller.current.scrollTop + by);
    look();
  }

  function onScroll(): void {
    showShare();
    const { scrollTop } = scroller.current ?? { scrollTop: 0 };
    if (setTo !== null && Math.abs(scrollTop - setTo) < 1) return;
    setTo = null;
    hasScrolled = true;
    if (scrollTop > 0) noteScroll();
    if (!frame) return;
    looking ??= setTimeout(look, LOOKED_AFTER_MS);
    reading.place.peek()?.note(placeNow);
  }

  /** Measuring is too much for each frame of a scroll. */
  function look(): void {
    clearTimeout(looking);
    looking = undefined;
    held = seen();
  }

  /** Null at the top; undefined where nothing is drawn. */
  function placeNow(): Place | null | undefined {
    if (!scroller.current || !frame) return undefined;
    if (looking !== undefined) look();
    return held && { anchor: held.anchor, share: shareRead(scroller.current, frame) };
  }

  function seen(): Held | null {
    const text = laidOut();
    if (!text || text.scroller.scrollTop <= TOP) return null;
    const at = placeAt(text, text.top);
    return { at, anchor: anchorAt(text.blocks, at) };
  }

  /** `top` is the height, in the frame, of the top of what is seen. */
  function laidOut(): (LaidOut & { scroller: HTMLElement; top: number }) | null {
    if (!scroller.current || !frame?.contentDocument) return null;
    blocks ??= newBlocks(frame.contentDocument);
    const top = scroller.current.getBoundingClientRect().top - frame.getBoundingClientRect().top;
    return { blocks, above: scroller.current.scrollTop - top, scroller: scroller.current, top };
  }

  function newBlocks({ body }: Document): TextBlock[] {
    const found = textBlocks(body);
    const place = held && findPlace(found, held.anchor);
    if (held && place) held.at = { ...place, beyond: held.at.beyond };
    return found;
  }

  function showShare(): void {
    if (scroller.current) read.value = Math.round(100 * shareRead(scroller.current, frame));
  }

  return { read, drawnId, restoredId, begin, shift, onScroll, onDrawn, onFitted };
}

/** What is added to a text when it has been drawn, such as colours of code, makes other nodes of it. */
function watchText(frame: HTMLIFrameElement, onChange: () => void): () => void {
  const body = frame.contentDocument?.body;
  if (!body) return () => {};
  const watching = new MutationObserver(onChange);
  watching.observe(body, { childList: true, characterData: true, subtree: true });
  return () => watching.disconnect();
}

type Watched = Pick<Reader, "reading" | "noteScroll">;
type Held = { at: TextPlace; anchor: Anchor };
