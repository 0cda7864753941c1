import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** For the section that the page's address names: the page was empty when the browser looked for it. */
export function useArrival(id: string): RefObject<HTMLElement | null> {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (location.hash === `#${id}`) section.current?.scrollIntoView();
  }, []);
  return section;
}
