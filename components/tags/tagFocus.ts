import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Reader } from "../../lib/view/reader.ts";
import type { TagRow } from "../../lib/view/tagRows.ts";

type Place = {
  scroller: RefObject<HTMLElement | null>;
  heading: RefObject<HTMLElement | null>;
  isCovered: boolean;
  /** Null where all rows are drawn. */
  drawMore: (() => void) | null;
};

/** Of all tags one is the stop of the Tab key; J, K and the arrows go on from it. */
export function useTagFocus(reader: Reader, { scroller, heading, isCovered, drawMore }: Place) {
  const [at, note] = useState<string | null>(null);
  const wish = reader.focusWish.value;

  // Whoever opened the page is told where they are.
  useLayoutEffect(() => {
    if (!isCovered) heading.current?.focus({ preventScroll: true });
  }, []);

  useLayoutEffect(() => {
    if (isCovered || wish === null || wish.on === "heading" || wish.on === "field") return;
    if (wish.on !== "tag") {
      reader.focusWish.value = null;
      return goTo(at);
    }
    const links = linksIn(scroller.current);
    const now = links.findIndex((link) => link.closest("li")?.contains(document.activeElement));
    const target = links[now < 0 ? Math.max(0, links.findIndex(isAt)) : now + wish.by];
    // The wish waits until more is there.
    if (!target && wish.by === 1 && drawMore) return drawMore();
    reader.focusWish.value = null;
    target?.focus();
  });

  const isAt = (link: HTMLElement) => link.dataset.tag === at;

  function goTo(tag: string | null): void {
    const link = linksIn(scroller.current).find((each) => each.dataset.tag === tag);
    (link ?? heading.current)?.focus();
  }

  const stopOf = (rows: readonly TagRow[]) => rows.find(({ tag }) => tag === at) ?? rows[0];
  return { note, goTo, stopOf };
}

const linksIn = (box: HTMLElement | null) => [...(box?.querySelectorAll<HTMLElement>("a[data-tag]") ?? [])];
