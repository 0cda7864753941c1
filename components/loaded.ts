import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Some pages are never told that they are idle: then it is loaded all the same. */
const PATIENCE_MS = 2000;

/** A component that the first rows do without: loaded when the page has nothing else to do, or as soon as it is needed. */
export function useLoaded<Props>(
  load: () => Promise<FunctionComponent<Props>>,
  isNeeded: boolean,
): FunctionComponent<Props> | null {
  const [Loaded, setLoaded] = useState<FunctionComponent<Props> | null>(null);
  const take = () => void load().then((component) => setLoaded(() => component));
  useEffect(() => void requestIdleCallback(take, { timeout: PATIENCE_MS }), []);
  useEffect(() => (isNeeded ? take() : undefined), [isNeeded]);
  return Loaded;
}
