import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** How much of the article has passed, 0 to 100; each article starts at its top. */
export function useReadingProgress(scroller: RefObject<HTMLElement | null>, articleId: number | undefined) {
  const [share, setShare] = useState(0);
  const follow = () => setShare(scroller.current ? shareOf(scroller.current) : 0);
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
    setShare(0);
  }, [articleId]);
  return { share, follow };
}

function shareOf({ scrollTop, scrollHeight, clientHeight }: HTMLElement): number {
  return Math.round((100 * scrollTop) / Math.max(1, scrollHeight - clientHeight));
}
