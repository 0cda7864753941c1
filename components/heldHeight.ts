import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

type Box = { inline: number; block: number };

/** What each row that stands in a page was last drawn as. */
const boxes = new WeakMap<Element, Box>();
let watching: ResizeObserver | undefined;

/**
 * Keeps a row as high as it was when its text turns lighter: lighter text may need a line less, and every row below
 * would move under the reader's hand. The row is free again once its width changes, or its text is as it was.
 */
export function useHeldHeight(row: RefObject<HTMLElement | null>, isLight: boolean): void {
  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return;
    watch(element);
    return () => watching?.unobserve(element);
  }, []);
  useLayoutEffect(() => {
    // The first time there is no box yet: a row that begins light is as high as its text.
    const box = row.current && boxes.get(row.current);
    if (row.current) row.current.style.minBlockSize = isLight && box ? `${box.block}px` : "";
  }, [isLight]);
}

function watch(row: Element): void {
  watching ??= new ResizeObserver((changes) => changes.forEach(noteBox));
  watching.observe(row, { box: "border-box" });
}

function noteBox({ target, borderBoxSize: [size] }: ResizeObserverEntry): void {
  if (!size) return;
  const before = boxes.get(target);
  boxes.set(target, { inline: size.inlineSize, block: size.blockSize });
  if (before && before.inline !== size.inlineSize && target instanceof HTMLElement) target.style.minBlockSize = "";
}
