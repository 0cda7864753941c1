import { number, plural, t } from "../../lib/i18n.ts";
import { KEEP_PER_FEED, KEEP_READ_DAYS, PICTURE_MEGABYTES, type Settings } from "../../lib/settings.ts";
import type { Storage } from "../../lib/view/storage.ts";
import { useArrival } from "./arrival.ts";
import { Choice } from "./Choice.tsx";
import { megabytes, StorageMeter } from "./StorageMeter.tsx";

export type StorageSettings = Pick<Settings, "keepReadDays" | "keepPerFeed" | "pictureMegabytes">;

type Props = { chosen: StorageSettings; change: (change: Partial<StorageSettings>) => void; storage: Storage };

export function StorageSection({ chosen, change, storage }: Props) {
  const section = useArrival("storage");
  const use = storage.use.value;
  return (
    <section class="sec" id="storage" ref={section}>
      <h2>{t("storage")}</h2>
      <p class="sub">{t("storageSub")}</p>
      <div class="card">
        <Choice
          id="keep-read"
          label={t("keepRead")}
          hint={t("keepReadHint")}
          choices={KEEP_READ_DAYS}
          chosen={chosen.keepReadDays}
          say={(days) => (days === null ? t("forever") : plural("days", days))}
          onChoose={(keepReadDays) => change({ keepReadDays })}
        />
        <Choice
          id="keep-per-source"
          label={t("keepPerSource")}
          hint={t("keepPerSourceHint")}
          choices={KEEP_PER_FEED}
          chosen={chosen.keepPerFeed}
          say={(count) => (count === null ? t("noLimit") : number(count))}
          onChoose={(keepPerFeed) => change({ keepPerFeed })}
        />
        <Choice
          id="image-space"
          label={t("imageSpace")}
          hint={t("imageSpaceHint")}
          choices={PICTURE_MEGABYTES}
          chosen={chosen.pictureMegabytes}
          say={(count) => megabytes(count * 1_000_000)}
          onChoose={(pictureMegabytes) => change({ pictureMegabytes })}
        />
        {use && <StorageMeter use={use} budget={chosen.pictureMegabytes * 1_000_000} onClear={storage.clearImages} />}
      </div>
    </section>
  );
}
