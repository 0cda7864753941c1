import type { RefObject } from "preact";
import { t } from "../../lib/i18n.ts";
import { OPML_FILES, useFilePicker } from "../filePicker.tsx";
import { Icon } from "../Icon.tsx";

type Props = { button: RefObject<HTMLButtonElement | null>; onFile: (file: File) => void; onExport: () => void };

/** Taking sources from another feed reader's file, and writing one. */
export function OpmlButtons({ button, onFile, onExport }: Props) {
  const picker = useFilePicker(OPML_FILES, onFile);
  return (
    <>
      {picker.input}
      <button ref={button} class="btn quiet" type="button" onClick={picker.open}>
        <Icon name="import" />
        {t("importOpml")}
      </button>
      <button class="btn quiet" type="button" onClick={onExport}>
        <Icon name="export" />
        {t("exportOpml")}
      </button>
    </>
  );
}
