import { useRef } from "preact/hooks";
import type { Reader } from "../lib/view/reader.ts";
import { useLoaded } from "./loaded.ts";

/** Theme and text over the list, where no article is open that has them in its toolbar. */
export function TextDoor({ reader }: { reader: Reader }) {
  const isOpen = reader.isTextOpen.value && reader.reading.article.value === null;
  const Popover = useLoaded(loadPopover, isOpen);
  const origin = useRef<HTMLElement | null>(null);
  const wasOpen = useRef(false);
  if (isOpen && !wasOpen.current) origin.current = focused();
  wasOpen.current = isOpen;
  if (!isOpen || Popover === null) return null;
  return (
    <div class="overlist">
      <Popover reader={reader} opener={origin} />
    </div>
  );
}

/** Where focus goes back to. */
const focused = (): HTMLElement | null =>
  document.activeElement instanceof HTMLElement && document.activeElement !== document.body
    ? document.activeElement
    : document.querySelector<HTMLElement>(".list .scroll");

const loadPopover = () => import("./TextPopover.tsx").then(({ TextPopover }) => TextPopover);
