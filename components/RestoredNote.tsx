import { useRef } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import { useFocusReturn } from "./focusReturn.ts";
import { IconButton } from "./IconButton.tsx";
import { useLingering } from "./lingering.ts";

type Props = {
  articleId: number;
  home: () => HTMLElement | null;
  onTop: () => void;
  onClose: () => void;
};

const SHOWN_MS = 7000;

/** Says why an article does not open at its top, and leads there. */
export function RestoredNote({ articleId, home, onTop, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const noteOrigin = useFocusReturn(box, home);
  const lingering = useLingering(onClose, { ms: SHOWN_MS, what: articleId });
  const noteFocus = (event: FocusEvent) => {
    noteOrigin(event);
    lingering.onFocusIn();
  };
  return (
    <div class="afloat restored" ref={box} {...lingering} onFocusIn={noteFocus}>
      <span>{t("openedWhereLeft")}</span>
      <button class="link" type="button" onClick={onTop}>
        {t("backToTop")}
      </button>
      <IconButton icon="close" label={t("close")} onPress={onClose} />
    </div>
  );
}
