import { t } from "../lib/i18n.ts";
import { noteOf } from "../lib/view/notes.ts";

export type Notes = {
  /** False where the link leads to no note. */
  open: (link: HTMLElement) => boolean;
  close: () => void;
};

/**
 * A note of the text, open beside its reference. It lies in the text's own page, since its words are as foreign as the
 * rest, but outside its body, so that it is no part of what is read, searched and copied.
 */
export function createNotes(page: Document, frame: HTMLIFrameElement): Notes {
  let shown: { box: HTMLElement; link: HTMLElement; stop: () => void } | null = null;

  function open(link: HTMLElement): boolean {
    if (shown?.link === link) return (close(), true);
    const words = noteOf(link);
    if (words === null) return false;
    close();
    const box = boxOf(link, words);
    page.documentElement.append(box);
    link.setAttribute("aria-expanded", "true");
    const place = () => setBeside(box, link, frame);
    place();
    shown = { box, link, stop: watch(place) };
    box.focus({ preventScroll: true });
    return true;
  }

  /** Focus that is in it goes back to its reference. */
  function close(): void {
    if (shown === null) return;
    const { box, link, stop } = shown;
    shown = null;
    stop();
    link.setAttribute("aria-expanded", "false");
    if (box.contains(page.activeElement)) link.focus({ preventScroll: true });
    box.remove();
  }

  function watch(place: () => void): () => void {
    const ending = new AbortController();
    const { signal } = ending;
    // The frame has constructors of its own, so `instanceof` would say no; a node's target is one.
    const leave = ({ target }: Event) => {
      if (target !== frame && !shown?.box.contains(target as Node) && !shown?.link.contains(target as Node)) close();
    };
    for (const type of ["pointerdown", "focusin"]) {
      page.addEventListener(type, leave, { signal });
      document.addEventListener(type, leave, { signal });
    }
    // Before the page's own keys, which begin at the document.
    page.documentElement.addEventListener("keydown", (event) => shown && obey(event, shown.box), { signal });
    page.defaultView?.addEventListener("resize", place, { signal });
    return () => ending.abort();
  }

  function obey(event: KeyboardEvent, box: HTMLElement): void {
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (box.contains(page.activeElement)) {
      if (event.key === "Tab" && isLeaving(event, box)) close();
      // These scroll a long note.
      if (/^(?: |Arrow.*|Page.*|Home|End)$/.test(event.key)) event.stopPropagation();
    }
  }

  return { open, close };
}

function boxOf(link: HTMLElement, words: DocumentFragment): HTMLElement {
  const { body } = link.ownerDocument;
  const box = link.ownerDocument.createElement("div");
  box.className = "note";
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", t("noteNamed", link.textContent.replace(/[[\]()\s]/g, "")));
  box.tabIndex = -1;
  box.lang = body.lang;
  box.dir = body.dir;
  box.append(words);
  return box;
}

/** From the last link on, or back from the first: the reference is focused, and the key goes on from there. */
function isLeaving({ shiftKey }: KeyboardEvent, box: HTMLElement): boolean {
  const stops = [box, ...box.querySelectorAll<HTMLElement>("a[href], button, [tabindex='0'], summary")];
  const at = stops.findIndex((stop) => stop === box.ownerDocument.activeElement);
  return shiftKey ? at <= 1 : at === stops.length - 1;
}

const GAP = 8;
const LEAST_HEIGHT = 96;

/** Below the reference if there is room for it in what is seen of the text, else on the side that has more. */
function setBeside(box: HTMLElement, link: HTMLElement, frame: HTMLIFrameElement): void {
  box.style.maxBlockSize = "";
  const at = link.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  const pane = frame.closest(".scroll")?.getBoundingClientRect() ?? outer;
  const seen = { top: Math.max(0, pane.top - outer.top), bottom: Math.min(outer.height, pane.bottom - outer.top) };
  const [above, below] = [at.top - seen.top - 2 * GAP, seen.bottom - at.bottom - 2 * GAP];
  const isBelow = box.offsetHeight <= below || below >= above;
  const height = Math.min(box.offsetHeight, Math.max(LEAST_HEIGHT, isBelow ? below : above));
  box.style.maxBlockSize = `${height}px`;
  const top = isBelow ? at.bottom + GAP : at.top - GAP - height;
  box.style.top = `${clamp(top, 0, outer.height - height)}px`;
  box.style.left = `${clamp((at.left + at.right - box.offsetWidth) / 2, 1, outer.width - box.offsetWidth - 1)}px`;
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));
