import { isBlank } from "./blocks.ts";
import { isSamePicture } from "./heroPicture.ts";

export type ImageAddress = (url: string) => string | null;

/** Lets stored pictures show, and gives the place of the others to their descriptions. Answers how many show. */
export function showPictures(fragment: DocumentFragment, imageAddress: ImageAddress): number {
  let shown = 0;
  for (const image of fragment.querySelectorAll("img")) {
    const address = shownAddress(image.getAttribute("data-news-src") ?? "", imageAddress);
    if (address === null) describe(image);
    else show(image, address);
    if (address !== null) shown++;
  }
  return shown;
}

/** The picture above the article, standing in the text once more as its first one. Its caption stays. */
export function dropRepeatedHero(fragment: DocumentFragment, heroUrl: string): void {
  const first = fragment.querySelector("img[data-news-src]");
  if (first && isSamePicture(first.getAttribute("data-news-src") ?? "", heroUrl)) removePicture(first);
}

/** Nothing but what is stored, or came with the text, can be a picture's source: reading makes no requests. */
function shownAddress(url: string, imageAddress: ImageAddress): string | null {
  if (url.startsWith("data:image/")) return url;
  const stored = url === "" ? null : imageAddress(url);
  return stored?.startsWith("blob:") ? stored : null;
}

function show(image: Element, address: string): void {
  image.removeAttribute("data-news-src");
  image.setAttribute("src", address);
  image.setAttribute("decoding", "async");
  if (!image.hasAttribute("alt")) image.setAttribute("alt", "");
  const link = image.closest("a");
  // A link must have a name, and an undescribed picture gives it none.
  if (link && isBlank(link) && image.getAttribute("alt") === "") link.setAttribute("aria-label", hostOf(link));
}

function describe(image: Element): void {
  const link = image.closest("a");
  const words = image.getAttribute("alt")?.trim() || (link && isBlank(link) ? hostOf(link) : "");
  if (words === "") return removePicture(image);
  const line = document.createElement("span");
  line.className = "missing";
  line.textContent = words;
  image.replaceWith(line);
}

/** Takes the picture away with what was around it for its sake only. */
function removePicture(image: Element): void {
  let empty = image;
  let parent = image.parentElement;
  while (parent && /^(?:a|figure|p|div|span)$/.test(parent.localName) && holdsOnly(parent, empty)) {
    empty = parent;
    parent = parent.parentElement;
  }
  empty.remove();
}

const holdsOnly = (parent: Element, child: Element): boolean =>
  [...parent.childNodes].every((node) => node === child || (node.nodeType === Node.TEXT_NODE && isBlank(node)));

const hostOf = (link: Element): string => {
  const href = link.getAttribute("href") ?? "";
  return URL.canParse(href) ? new URL(href).hostname : "";
};
