import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../lib/i18n.ts";

/** `news`: how the saving goes. */
type Props = { news: string | null; onErase: () => void; onSave: () => void; onClose: () => void };

/** No undo: so it is asked, and the way out is offered with it. */
export function EraseDialog({ news, onErase, onSave, onClose }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    // What Enter does first must harm nothing.
    cancel.current?.focus();
    // Closed before it goes, it gives focus back to where that was.
    return () => dialog?.close();
  }, []);
  const erase = () => {
    onClose();
    onErase();
  };
  return (
    <dialog
      class="erase"
      ref={box}
      role="alertdialog"
      aria-labelledby="erase-title"
      aria-describedby="erase-text"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id="erase-title">{t("eraseTitle")}</h2>
      <p id="erase-text">{t("eraseText")}</p>
      <p class="told" role="status">
        {news}
      </p>
      <div class="btns">
        <button class="btn danger" type="button" onClick={erase}>
          {t("erase")}
        </button>
        <button class="btn" type="button" onClick={onSave}>
          {t("saveBackupFirst")}
        </button>
        <button class="btn quiet" type="button" ref={cancel} onClick={onClose}>
          {t("cancel")}
        </button>
      </div>
    </dialog>
  );
}
