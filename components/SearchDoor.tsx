import type { FunctionComponent } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Reader } from "../lib/view/reader.ts";
import type { SearchPaneProps } from "./SearchPane.tsx";

/** The search over the list. All that only it needs is loaded when the page has nothing else to do, or at first use. */
export function SearchDoor(props: SearchPaneProps & { isOpen: boolean }) {
  const [Pane, setPane] = useState<FunctionComponent<SearchPaneProps> | null>(null);
  useEffect(() => void whenIdle().then(load), []);
  useEffect(() => void (props.isOpen && load()), [props.isOpen]);
  useReturn(props.reader, props.isOpen);
  const load = () => import("./SearchPane.tsx").then(({ SearchPane }) => setPane(() => SearchPane));
  return props.isOpen && Pane ? <Pane {...props} /> : null;
}

const whenIdle = () => new Promise((resolve) => requestIdleCallback(resolve));

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
