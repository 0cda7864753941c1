import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { isStorageFull } from "../lib/db/storageFull.ts";
import { storeFault } from "../lib/db/storeFault.ts";
import { t } from "../lib/i18n.ts";
import { EmptyState } from "./EmptyState.tsx";

/** What is said of it in the place of the page, or beside what can be read as before. */
export type Told = { Instead?: ComponentType; Beside?: ComponentType<{ onClose: () => void }> };

export const tell = (fault: unknown): Told => (isStorageFull(fault) ? { Beside: NoRoom } : { Instead: PageFault });

/** The disk is full, which is nobody's fault: what was just done could not be kept. */
function NoRoom({ onClose }: { onClose: () => void }) {
  return (
    <div class="toastwrap" role="alert">
      <p class="toast">
        <span>{t("noRoom")}</span>
        <button type="button" onClick={onClose}>
          {t("close")}
        </button>
      </p>
    </div>
  );
}

/** Something of ours is broken, or the store cannot be opened. What is stored is not touched. */
function PageFault() {
  const isStores = useStoreFault();
  const reload = { label: t("reload"), run: () => location.reload(), tone: "primary" } as const;
  const repair = { label: t("repair"), run: () => void open("/repair.html"), tone: "normal" } as const;
  return (
    <main class="list">
      <div role="alert">
        <EmptyState
          drawing="failed"
          title={t(isStores ? "storeFaultTitle" : "errorTitle")}
          actions={isStores ? [reload, repair] : [reload]}
        >
          {t(isStores ? "storeFaultText" : "errorText")}
        </EmptyState>
      </div>
    </main>
  );
}

function useStoreFault(): boolean {
  const [isStores, setStores] = useState(false);
  useEffect(() => void storeFault().then((fault) => setStores(fault !== null)), []);
  return isStores;
}
