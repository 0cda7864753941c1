import type { ReadonlySignal, Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Reader } from "../lib/view/reader.ts";
import { createPlaceKeeper } from "./placeKeeper.ts";

export type ReadingPlace = {
  /** How much has passed, 0 to 100. */
  read: ReadonlySignal<number>;
  /** The article whose text is drawn, at its place. */
  drawnId: ReadonlySignal<number | null>;
  /** That article where it was opened in its middle, until somebody has taken note. */
  restoredId: Signal<number | null>;
  /** The top of what is seen moves down by so much. */
  shift: (by: number) => void;
  onScroll: () => void;
  onDrawn: (frame: HTMLIFrameElement) => void;
  onFitted: () => void;
};

/** Opens an article where it was left, and keeps what is read where it is, whatever becomes of the text around it. */
export function useReadingPlace(reader: Reader, scroller: RefObject<HTMLElement | null>): ReadingPlace {
  const [keeper] = useState(() => createPlaceKeeper(reader, scroller));
  const id = reader.reading.article.value?.id;
  useLayoutEffect(() => keeper.begin(id ?? null), [id]);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box?.firstElementChild || id === undefined) return;
    const watching = new ResizeObserver(keeper.onFitted);
    for (const each of [box, box.firstElementChild]) watching.observe(each);
    return () => watching.disconnect();
  }, [id === undefined]);
  return keeper;
}
