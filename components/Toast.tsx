import { useRef } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import { useFocusReturn } from "./focusReturn.ts";
import { IconButton } from "./IconButton.tsx";
import { useLingering } from "./lingering.ts";
import { tip } from "./tip.ts";

type Props = {
  text: string;
  /** Takes the focus when the toast goes with it and the place it came from is gone. */
  home: () => HTMLElement | null;
  onUndo: () => void;
  onClose: () => void;
};

const SHOWN_MS = 8000;

export function Toast({ text, home, onUndo, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const noteOrigin = useFocusReturn(box, home);
  const lingering = useLingering(onClose, { ms: SHOWN_MS, what: text });
  const noteFocus = (event: FocusEvent) => {
    noteOrigin(event);
    lingering.onFocusIn();
  };
  return (
    <div ref={box} class="toast" role="status" {...lingering} onFocusIn={noteFocus}>
      <span>{text}</span>
      <button type="button" title={tip.of(t("undo"), "undo")} onClick={onUndo}>
        {t("undo")}
      </button>
      <IconButton icon="close" label={t("close")} onPress={onClose} />
    </div>
  );
}
