import { computed } from "@preact/signals";
import type { RefObject } from "preact";
import { keymapOf } from "../lib/view/keymap.ts";
import { actionOf, isForHolding, isModifier } from "../lib/view/keys.ts";
import { perform } from "../lib/view/perform.ts";
import type { Reader } from "../lib/view/reader.ts";

/** How long `goTo` waits for the key after it: not all hands are quick. */
const GOING_MS = 3000;
/** A page leaves a line or two of the one before. */
const PAGE_SHARE = 0.9;

/** What the page's single keys do, whether focus is in the page or in the article's frame. */
export function obeyKeys(reader: Reader, scroller: RefObject<HTMLElement | null>) {
  const map = computed(() => reader.keySettings.value && keymapOf(reader.keySettings.value));
  let goingUntil = 0;

  function page(by: 1 | -1): boolean {
    const box = scroller.current;
    if (!box) return false;
    // The end of a text that is not drawn yet is elsewhere.
    if (box.querySelector<HTMLElement>("iframe")?.style.visibility === "hidden") return true;
    const isAtEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 1;
    if (by === 1 && isAtEnd) return false;
    box.scrollBy({ top: by * box.clientHeight * PAGE_SHARE });
    return true;
  }

  function press(event: KeyboardEvent): void {
    const keymap = map.peek();
    if (event.defaultPrevented || isModifier(event.key) || keymap === null) return;
    const place = placeOf(reader, scroller.current);
    const isGoing = event.timeStamp < goingUntil && !event.repeat;
    const action = actionOf(event, { keymap, place, isGoing });
    goingUntil = action === "goTo" ? event.timeStamp + GOING_MS : 0;
    if (action === null) return;
    event.preventDefault();
    if (event.repeat && !isForHolding(action)) return;
    perform(action, { reader, place, scrolling: { page } });
  }

  return press;
}

/** Side by side, the keys go to where focus is. */
function placeOf(reader: Reader, scroller: HTMLElement | null): "list" | "reader" {
  if (!reader.isTwoPane.peek()) return reader.openId.peek() === null ? "list" : "reader";
  return scroller?.closest(".reader")?.contains(document.activeElement) ? "reader" : "list";
}
