import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * When `box` goes while focus is in it, focus goes back to where it came from or, where that is gone too, to `home`.
 * The listener that this returns is the box's `onFocusIn`.
 */
export function useFocusReturn(box: RefObject<HTMLElement | null>, home: () => HTMLElement | null) {
  const origin = useRef<EventTarget | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    return () => {
      if (element?.contains(document.activeElement)) focusFirst([origin.current, home()]);
    };
  }, []);
  return ({ relatedTarget }: FocusEvent) => {
    const isInside = relatedTarget instanceof Node && box.current?.contains(relatedTarget);
    if (!isInside) origin.current = relatedTarget;
  };
}

function focusFirst(places: (EventTarget | null)[]): void {
  for (const place of places) {
    if (!(place instanceof HTMLElement)) continue;
    place.focus({ preventScroll: true });
    if (document.activeElement === place) return;
  }
}
