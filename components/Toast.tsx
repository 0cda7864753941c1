import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import { useFocusReturn } from "./focusReturn.ts";
import { IconButton } from "./IconButton.tsx";
import { tip } from "./tip.ts";

type Props = {
  text: string;
  /** Takes the focus when the toast goes with it and the place it came from is gone. */
  home: () => HTMLElement | null;
  onUndo: () => void;
  onClose: () => void;
};

const SHOWN_MS = 8000;

/** Goes after 8 s, counted anew when pointer and focus have left it: nobody loses an Undo they are reaching for. */
export function Toast({ text, home, onUndo, onClose }: Props) {
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const noteOrigin = useFocusReturn(box, home);
  const noteFocus = (event: FocusEvent) => {
    noteOrigin(event);
    setFocused(true);
  };
  useEffect(() => {
    if (isHovered || isFocused) return;
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text, isHovered, isFocused]);
  return (
    <div
      ref={box}
      class="toast"
      role="status"
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocusIn={noteFocus}
      onFocusOut={() => setFocused(false)}
    >
      <span>{text}</span>
      <button type="button" title={tip.of(t("undo"), "undo")} onClick={onUndo}>
        {t("undo")}
      </button>
      <IconButton icon="close" label={t("close")} onPress={onClose} />
    </div>
  );
}
