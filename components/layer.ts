import { useLayoutEffect, useRef } from "preact/hooks";
import type { Reader } from "../lib/view/reader.ts";

/** Closed while focus is in it, what lies over the list gives it back to where it came from, or to the list. */
export function useLayer(reader: Reader, isOpen: boolean): void {
  const opener = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  // While this is drawn, focus is still where it was opened from.
  if (isOpen && !wasOpen.current) opener.current = document.activeElement;
  useLayoutEffect(() => {
    const isClosing = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!isClosing || !isLost()) return;
    if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
    if (isLost()) reader.focusWish.value = { on: "list" };
  }, [isOpen]);
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;
