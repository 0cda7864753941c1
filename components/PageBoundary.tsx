import { Fragment, type ComponentChildren } from "preact";
import { useEffect, useErrorBoundary, useState } from "preact/hooks";
import type { Told } from "./pageTrouble.tsx";

/**
 * What nobody caught ends here, and is told in words that are loaded when they are needed: a write for which the disk
 * has no room beside the page, a fault of ours in its place.
 */
export function PageBoundary({ children }: { children: ComponentChildren }) {
  const [drawing] = useErrorBoundary();
  const [told, setTold] = useState<Told | null>(null);
  const say = (fault: unknown) => void import("./pageTrouble.tsx").then(({ tell }) => setTold(tell(fault)));
  useEffect(() => {
    const note = ({ reason }: PromiseRejectionEvent) => say(reason);
    addEventListener("unhandledrejection", note);
    return () => removeEventListener("unhandledrejection", note);
  }, []);
  useEffect(() => void (drawing !== undefined && say(drawing)), [drawing]);
  return (
    <Fragment>
      {drawing === undefined && !told?.Instead && children}
      {told?.Instead && <told.Instead />}
      {told?.Beside && <told.Beside onClose={() => setTold(null)} />}
    </Fragment>
  );
}
