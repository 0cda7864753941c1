import { useEffect, useState } from "preact/hooks";
import { storeFault } from "../lib/db/storeFault.ts";
import { t } from "../lib/i18n.ts";
import { EmptyState } from "./EmptyState.tsx";

/** Something of ours is broken, or the store cannot be opened. What is stored is not touched. */
export function PageFault() {
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
