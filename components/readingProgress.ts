/**
 * How much of the text has passed, 0 to 1: all of it when its end is in sight, since what follows it does not count.
 * Asked when a scroll or a layout has just ended, so that it makes no layout of its own.
 */
export function shareRead(scroller: HTMLElement, frame: HTMLElement | null): number {
  const way = wayThrough(scroller, frame);
  return way <= 0 ? 1 : Math.min(1, scroller.scrollTop / way);
}

/** So many pixels are scrolled until the end of the text is in sight. */
export function wayThrough(scroller: HTMLElement, frame: HTMLElement | null): number {
  const end = frame ? frame.getBoundingClientRect().bottom - scroller.getBoundingClientRect().top : Infinity;
  return Math.min(end + scroller.scrollTop, scroller.scrollHeight) - scroller.clientHeight;
}
