import { NOTE_LINK, placeOf } from "../lib/view/notes.ts";
import { copyCode } from "./copyCode.ts";
import { createNotes } from "./notePopover.ts";
import { listenForOpening } from "./openable.ts";

type Clicked = { frame: HTMLIFrameElement; openPicture: (image: HTMLImageElement) => void };

/** What can be clicked in the text. Gives how to stop, which also closes what it opened. */
export function followClicks(page: Document, { frame, openPicture }: Clicked): () => void {
  const notes = createNotes(page, frame);
  // Before the page's own keys, which begin at the document.
  const stopOpening = listenForOpening(page.documentElement, openPicture);

  function follow(event: MouseEvent): void {
    // The frame has constructors of its own, so `instanceof` would say no; a click's target in a document is an element.
    const target = event.target as Element;
    const copy = target.closest<HTMLElement>("button.copy");
    if (copy) return void copyCode(copy);
    const link = target.closest<HTMLAnchorElement>('a[href^="#"]');
    if (!link) return;
    // Its own page would load again.
    event.preventDefault();
    if (link.matches(NOTE_LINK) && notes.open(link)) return;
    goTo(placeOf(link, (name) => page.getElementById(name)));
    notes.close();
  }

  page.addEventListener("click", follow);
  return () => {
    page.removeEventListener("click", follow);
    stopOpening();
    notes.close();
  };
}

/** Only the page around can scroll there. */
function goTo(place: HTMLElement | null): void {
  if (place === null) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView();
}
