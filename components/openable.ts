import { t } from "../lib/i18n.ts";

/** A picture that can be opened: a button while it is one. */
export const OPENABLE = 'img[role="button"]';

export type Openable = { source: string; alt: string; caption: string };

/** Less is no larger. */
const TOLERANCE = 1.05;

/** Makes a picture that is shown smaller than it is a button that opens it, and any other one a picture. */
export function judgePicture(image: HTMLImageElement): void {
  const isSmaller = image.clientWidth > 0 && image.naturalWidth > image.clientWidth * TOLERANCE;
  // A picture in a link is the link's.
  if (isSmaller && image.closest("a, summary") === null) {
    image.setAttribute("role", "button");
    image.setAttribute("aria-haspopup", "dialog");
    image.tabIndex = 0;
    if (image.alt === "") image.setAttribute("aria-label", t("picture"));
    else image.removeAttribute("aria-label");
  } else if (image.matches(OPENABLE)) {
    for (const name of ["role", "aria-haspopup", "tabindex", "aria-label"]) image.removeAttribute(name);
  }
}

/** All that can be opened of an article, from the picture above its text on. */
export function openablesIn(article: HTMLElement): HTMLImageElement[] {
  const text = article.querySelector("iframe")?.contentDocument;
  return [article, ...(text ? [text] : [])].flatMap((each) => [...each.querySelectorAll<HTMLImageElement>(OPENABLE)]);
}

export function describePicture(image: HTMLImageElement): Openable {
  const caption = image.closest("figure")?.querySelector("figcaption")?.textContent.trim() ?? "";
  return { source: image.src, alt: image.alt, caption };
}

/** Clicks, Enter and Space on pictures below `root` that can be opened. */
export function listenForOpening(root: Node, open: (image: HTMLImageElement) => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  // The event and what it comes from may be of another window, so `instanceof` would say no; below a page, it is an element.
  const pictureOf = ({ target }: Event) => (target as Element).closest<HTMLImageElement>(OPENABLE);
  const act = (event: Event) => {
    const image = pictureOf(event);
    if (!image) return;
    event.preventDefault();
    open(image);
  };
  root.addEventListener("click", act, { signal });
  // Every node hears key presses as such; its type only does not know.
  root.addEventListener("keydown", (event) => isPress(event as KeyboardEvent) && act(event), { signal });
  return () => ending.abort();
}

const isPress = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  /^(?:Enter| )$/.test(key) && !ctrlKey && !altKey && !metaKey;
