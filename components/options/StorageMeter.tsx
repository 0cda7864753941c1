import { useEffect, useRef, useState } from "preact/hooks";
import { locale, t } from "../../lib/i18n.ts";
import type { StorageUse } from "../../lib/view/storage.ts";

/** `budget` in bytes: what images may take. */
type Props = { use: StorageUse; budget: number; onClear: () => Promise<void> };

/** What is used of what may be: articles and index have no limit, so the room that is left is that for images. */
export function StorageMeter({ use: { articles, images, search }, budget, onClear }: Props) {
  const whole = articles + search + Math.max(images, budget);
  const share = (bytes: number) => ({ inlineSize: `${(100 * bytes) / whole}%` });
  const [a, i, s] = [articles, images, search].map(megabytes);
  return (
    <div class="set used">
      <span class="l num">{t("storageUsed", megabytes(articles + images + search))}</span>
      <div class="meter" role="img" aria-label={t("storageMeter", a ?? "", i ?? "", s ?? "")}>
        <i class="m1" style={share(articles)} />
        <i class="m2" style={share(images)} />
        <i class="m3" style={share(search)} />
      </div>
      <div class="legend num">
        <span>
          <i class="m1" />
          {t("articlesSize", a ?? "")}
        </span>
        <span>
          <i class="m2" />
          {t("imagesSize", i ?? "")}
        </span>
        <span>
          <i class="m3" />
          {t("searchSize", s ?? "")}
        </span>
        <ClearImages isEmpty={images === 0} onClear={onClear} />
      </div>
    </div>
  );
}

export function megabytes(bytes: number): string {
  const unit = { style: "unit", unit: "megabyte", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale(), unit).format(bytes / 1_000_000);
}

function ClearImages({ isEmpty, onClear }: { isEmpty: boolean; onClear: () => Promise<void> }) {
  const [isAsking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsking) cancel.current?.focus();
  }, [isAsking]);
  const close = () => {
    setAsking(false);
    opener.current?.focus();
  };
  return (
    <>
      <button
        class="link clear"
        type="button"
        ref={opener}
        disabled={isEmpty}
        aria-expanded={isAsking}
        onClick={() => setAsking(true)}
      >
        {t("clearImages")}
      </button>
      {isAsking && (
        <div
          class="ask"
          role="alertdialog"
          aria-label={t("clearImages")}
          aria-describedby="clear-ask"
          onKeyDown={(event) => event.key === "Escape" && close()}
        >
          <p id="clear-ask">{t("clearImagesAsk")}</p>
          <button class="btn" type="button" onClick={() => void onClear().then(close)}>
            {t("clear")}
          </button>
          <button class="btn quiet" type="button" ref={cancel} onClick={close}>
            {t("cancel")}
          </button>
        </div>
      )}
    </>
  );
}
