import type { ComponentChildren } from "preact";
import { useEffect, useErrorBoundary, useState } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import { EmptyState } from "./EmptyState.tsx";

/** Our own faults end here: a plain sentence instead of half a page. What is stored is not touched. */
export function PageBoundary({ children }: { children: ComponentChildren }) {
  const [drawing] = useErrorBoundary();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const stop = () => setBroken(true);
    addEventListener("unhandledrejection", stop);
    return () => removeEventListener("unhandledrejection", stop);
  }, []);
  if (drawing === undefined && !isBroken) return children;
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
