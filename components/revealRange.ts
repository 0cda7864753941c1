/** Pixels that stay free above and below what is shown. */
const ROOM = 16;
/** Where in the height of what is seen it comes to stand. */
const SHARE = 0.3;

/** Brings a part of the article into sight, if it is not; unfolds what it lies in, and moves what scrolls sideways. */
export function revealRange(scroller: HTMLElement, range: Range): void {
  const element = range.startContainer.parentElement;
  for (
    let fold = element?.closest("details:not([open])");
    fold;
    fold = fold.parentElement?.closest("details:not([open])")
  )
    fold.setAttribute("open", "");
  const box = element?.closest<HTMLElement>(".scrolls, pre");
  if (box) revealSideways(box, range);
  const { top, bottom } = inPage(range);
  const shown = scroller.getBoundingClientRect();
  if (top >= shown.top + ROOM && bottom <= shown.bottom - ROOM) return;
  scroller.scrollTop += top - shown.top - SHARE * shown.height;
}

/** Whether it is in sight, with room above it, or below what is seen. */
export const isBelowTop = (scroller: HTMLElement, range: Range): boolean =>
  inPage(range).top >= scroller.getBoundingClientRect().top + ROOM;

/** The frame is as high as its text and does not scroll. */
function inPage(range: Range): { top: number; bottom: number } {
  const { top, bottom } = range.getBoundingClientRect();
  const frame = range.startContainer.ownerDocument?.defaultView?.frameElement?.getBoundingClientRect().top ?? 0;
  return { top: frame + top, bottom: frame + bottom };
}

function revealSideways(box: HTMLElement, range: Range): void {
  const [shown, found] = [box.getBoundingClientRect(), range.getBoundingClientRect()];
  if (found.left < shown.left) box.scrollLeft += found.left - shown.left - ROOM;
  else if (found.right > shown.right) box.scrollLeft += found.right - shown.right + ROOM;
}
