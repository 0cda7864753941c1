import { Fragment, type ComponentChildren } from "preact";
import { useEffect, useErrorBoundary, useState } from "preact/hooks";
import type { Told } from "./pageTrouble.tsx";

/**
 * What nobody caught ends here, and is told in words that are loaded when they are needed: a write for which the disk
 * has no room beside the page, a fault of ours in its place.
 */
export function PageBoundary({ children }: { children: ComponentChildren }) {
  const [drawing] = useErrorBoundary();
  const [rejected, setRejected] = useState<{ reason: unknown } | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    const note = ({ reason }: PromiseRejectionEvent) => setRejected({ reason });
    addEventListener("unhandledrejection", note);
    return () => removeEventListener("unhandledrejection", note);
  }, []);
  useEffect(() => {
    const fault: unknown = drawing ?? rejected?.reason;
    if (drawing ?? rejected) void import("./pageTrouble.tsx").then(({ tell }) => setTold(() => tell(fault)));
  }, [drawing, rejected]);
  const isWhole = drawing === undefined && !told?.Instead;
  return (
    <Fragment>
      {isWhole && children}
      {told?.Instead && <told.Instead />}
      {told?.Beside && <told.Beside onClose={() => setTold(null)} />}
    </Fragment>
  );
}
