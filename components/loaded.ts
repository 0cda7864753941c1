import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A component that the first rows do without: loaded when the page has nothing else to do, or as soon as it is needed. */
export function useLoaded<Props>(
  load: () => Promise<FunctionComponent<Props>>,
  isNeeded: boolean,
): FunctionComponent<Props> | null {
  const [Loaded, setLoaded] = useState<FunctionComponent<Props> | null>(null);
  const take = () => void load().then((component) => setLoaded(() => component));
  useEffect(() => void requestIdleCallback(take), []);
  useEffect(() => (isNeeded ? take() : undefined), [isNeeded]);
  return Loaded;
}
