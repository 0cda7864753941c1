import { useEffect, useRef } from "preact/hooks";
import type { Reader } from "../lib/view/reader.ts";
import { useLoaded } from "./loaded.ts";

/** The sheet of all shortcuts over list and reader. */
export function SheetDoor({ reader }: { reader: Reader }) {
  const isOpen = reader.areKeysShown.value;
  const settings = reader.keySettings.value;
  const Sheet = useLoaded(loadSheet, isOpen);
  useLostFocus(reader, isOpen);
  if (!isOpen || settings === null || Sheet === null) return null;
  const close = () => void (reader.areKeysShown.value = false);
  const openSettings = () => {
    close();
    reader.openSettings("keyboard");
  };
  return <Sheet settings={settings} browserKeys={reader.browserKeys} onSettings={openSettings} onClose={close} />;
}

/** Where focus was may have gone meanwhile, or have been nowhere. */
function useLostFocus(reader: Reader, isOpen: boolean): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const isLost = wasOpen.current && !isOpen && document.activeElement === document.body;
    wasOpen.current = isOpen;
    if (isLost) reader.focusWish.value = { on: "rows", id: reader.selectedId.peek() };
  }, [isOpen]);
}

const loadSheet = () => import("./KeysSheet.tsx").then(({ KeysSheet }) => KeysSheet);
