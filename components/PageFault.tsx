import { t } from "../lib/i18n.ts";
import { EmptyState } from "./EmptyState.tsx";

/** Something of ours is broken. What is stored is not touched. */
export function PageFault() {
  const reload = { label: t("reload"), run: () => location.reload(), tone: "primary" } as const;
  return (
    <main class="list">
      <div role="alert">
        <EmptyState drawing="failed" title={t("errorTitle")} actions={[reload]}>
          {t("errorText")}
        </EmptyState>
      </div>
    </main>
  );
}
