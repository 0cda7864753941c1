import { useEffect, useState } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import { IconButton } from "./IconButton.tsx";

type Props = { text: string; onUndo: () => void; onClose: () => void };

const SHOWN_MS = 8000;

/** Goes after 8 s, counted anew when pointer and focus have left it: nobody loses an Undo they are reaching for. */
export function Toast({ text, onUndo, onClose }: Props) {
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  useEffect(() => {
    if (isHovered || isFocused) return;
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text, isHovered, isFocused]);
  return (
    <div
      class="toast"
      role="status"
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocusIn={() => setFocused(true)}
      onFocusOut={() => setFocused(false)}
    >
      <span>{text}</span>
      <button type="button" title={t("withKey", t("undo"), "Z")} onClick={onUndo}>
        {t("undo")}
      </button>
      <IconButton icon="close" label={t("close")} onPress={onClose} />
    </div>
  );
}
