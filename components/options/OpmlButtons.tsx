import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { Icon } from "../Icon.tsx";

type Props = { button: RefObject<HTMLButtonElement | null>; onFile: (file: File) => void; onExport: () => void };

/** Taking sources from another feed reader's file, and writing one. */
export function OpmlButtons({ button, onFile, onExport }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const take = () => {
    const file = picker.current?.files?.[0];
    if (file) onFile(file);
    // The same file may be chosen again, mended.
    if (picker.current) picker.current.value = "";
  };
  return (
    <>
      <input ref={picker} type="file" accept=".opml,.xml,text/x-opml,text/xml,application/xml" hidden onChange={take} />
      <button ref={button} class="btn quiet" type="button" onClick={() => picker.current?.click()}>
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
