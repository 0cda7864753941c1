import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useErrorBoundary, useState } from "preact/hooks";

/** Our own faults end here: a plain sentence, loaded when it is needed, instead of half a page. */
export function PageBoundary({ children }: { children: ComponentChildren }) {
  const [drawing] = useErrorBoundary();
  const [isBroken, setBroken] = useState(false);
  const [said, setSaid] = useState<{ Fault: ComponentType } | null>(null);
  const isWhole = drawing === undefined && !isBroken;
  useEffect(() => {
    const stop = () => setBroken(true);
    addEventListener("unhandledrejection", stop);
    return () => removeEventListener("unhandledrejection", stop);
  }, []);
  useEffect(() => {
    if (!isWhole) void import("./PageFault.tsx").then(({ PageFault }) => setSaid({ Fault: PageFault }));
  }, [isWhole]);
  if (isWhole) return children;
  return said && <said.Fault />;
}
