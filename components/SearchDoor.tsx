import { useLayoutEffect, useRef } from "preact/hooks";
import type { Reader } from "../lib/view/reader.ts";
import { useLoaded } from "./loaded.ts";
import type { SearchPaneProps } from "./SearchPane.tsx";

/** The search over the list. */
export function SearchDoor(props: SearchPaneProps & { isOpen: boolean }) {
  const Pane = useLoaded(loadPane, props.isOpen);
  useReturn(props.reader, props.isOpen);
  return props.isOpen && Pane ? <Pane {...props} /> : null;
}

const loadPane = () => import("./SearchPane.tsx").then(({ SearchPane }) => SearchPane);

/** Closed while focus is in it, the search gives it back to where it came from, or to the list. */
function useReturn(reader: Reader, isOpen: boolean): void {
  const opener = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  // While this is drawn, focus is still where the search was opened from.
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
