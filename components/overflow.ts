import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/**
 * How many of a bar's controls have no room in it. Those that give way are of class `yields`; `most` is their number, and
 * each is as wide as a button. Whatever else the bar holds keeps its room.
 */
export function useOverflow(bar: RefObject<HTMLElement | null>, most: number): number {
  const [hidden, setHidden] = useState(0);
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return;
    const measure = () => setHidden(most - Math.max(0, Math.min(most, roomIn(element))));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [most]);
  return hidden;
}

/** Of controls that may give way: how many fit beside the others. */
function roomIn(bar: HTMLElement): number {
  // Nothing is laid out: nothing is known to be too narrow.
  if (bar.clientWidth === 0) return Infinity;
  const style = getComputedStyle(bar);
  const gap = parseFloat(style.columnGap) || 0;
  const kept = [...bar.children].filter((child) => !child.matches(".yields, .sp, .bar, .menu"));
  const taken = kept.reduce((sum, child) => sum + outerWidth(child) + gap, gap);
  const room = bar.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd);
  const button = kept.find((child) => child.matches(".ib"))?.getBoundingClientRect().width ?? 1;
  return Math.floor((room - taken) / (button + gap));
}

function outerWidth(element: Element): number {
  const { marginInlineStart, marginInlineEnd } = getComputedStyle(element);
  return element.getBoundingClientRect().width + parseFloat(marginInlineStart) + parseFloat(marginInlineEnd);
}
