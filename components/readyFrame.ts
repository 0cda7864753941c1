/**
 * The frame that texts are drawn in. Its page takes longer to load than a text to draw, so there is one before it is
 * needed, and it is kept for the next article.
 */
let ready: HTMLIFrameElement | null = null;
/** Where it waits. */
let shelf: HTMLElement | null = null;

export const FRAME_PAGE = "/article.html";

/** Once nothing more urgent is to do. */
export function readyFrame(): void {
  requestIdleCallback(() => (ready ??= makeFrame()));
}

/** Moves it to its place in the page, where it must be returned from before that place goes. */
export function takeFrame(place: Element): HTMLIFrameElement {
  const frame = ready ?? makeFrame();
  ready = null;
  Object.assign(frame.style, BOX);
  // Appended, it would load again.
  place.moveBefore(frame, null);
  return frame;
}

export function returnFrame(frame: HTMLIFrameElement): void {
  // One that is still loading has no body.
  frame.contentDocument?.querySelector("body")?.replaceChildren();
  shelfInPage().moveBefore(frame, null);
  ready = frame;
}

/** About a screen at first, so that what stands below does not jump far. */
const BOX = { display: "block", inlineSize: "100%", blockSize: "", minBlockSize: "24rem", border: "0" } as const;

function makeFrame(): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-same-origin allow-popups allow-popups-to-escape-sandbox");
  frame.src = FRAME_PAGE;
  shelfInPage().append(frame);
  return frame;
}

function shelfInPage(): HTMLElement {
  if (shelf === null) {
    shelf = document.createElement("div");
    shelf.hidden = true;
    document.body.append(shelf);
  }
  return shelf;
}
