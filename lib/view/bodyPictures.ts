import { readPictureShape } from "../feed/pictureShape.ts";
import { isBlank } from "./blocks.ts";
import { isSamePicture } from "./heroPicture.ts";

/** A picture's address in this page, and its size in pixels where that is known. */
export type ShownPicture = { address: string; width: number; height: number };

/** Those of the addresses whose pictures are stored. */
export type FindPictures = (urls: string[]) => Promise<ReadonlyMap<string, ShownPicture>>;

/** Lets stored pictures show, and gives the place of the others to their descriptions. Answers how many show. */
export async function showPictures(fragment: DocumentFragment, findPictures: FindPictures): Promise<number> {
  const images = [...fragment.querySelectorAll("img")];
  const urls = images.map((image) => image.getAttribute("data-news-src") ?? "").filter((url) => /^https?:/.test(url));
  const stored = urls.length === 0 ? new Map<string, ShownPicture>() : await findPictures([...new Set(urls)]);
  let shown = 0;
  for (const image of images) {
    const picture = shownPicture(image.getAttribute("data-news-src") ?? "", stored);
    if (picture === null) describe(image);
    else show(image, picture);
    if (picture !== null) shown++;
  }
  return shown;
}

/** The picture above the article, standing in the text once more as its first one. Its caption stays. */
export function dropRepeatedHero(fragment: DocumentFragment, heroUrl: string): void {
  const first = fragment.querySelector("img[data-news-src]");
  if (first && isSamePicture(first.getAttribute("data-news-src") ?? "", heroUrl)) removePicture(first);
}

/** Nothing but what is stored, or came with the text, can be a picture's source: reading makes no requests. */
function shownPicture(url: string, stored: ReadonlyMap<string, ShownPicture>): ShownPicture | null {
  if (url.startsWith("data:image/")) return { address: url, ...sizeWithin(url) };
  const picture = stored.get(url);
  return picture?.address.startsWith("blob:") ? picture : null;
}

const HEAD_LENGTH = 64 * 1024;
const UNKNOWN = { width: 0, height: 0 };

/** The size of a picture that is written into its address. */
function sizeWithin(url: string): { width: number; height: number } {
  const written = url.slice(url.indexOf(",") + 1, HEAD_LENGTH).replace(/\s/g, "");
  const whole = written.slice(0, written.length - (written.length % 4));
  if (!/^[a-z0-9+/]+={0,2}$/i.test(whole)) return UNKNOWN;
  const { width, height } = readPictureShape(Uint8Array.from(atob(whole), (byte) => byte.charCodeAt(0))) ?? UNKNOWN;
  return { width: width ?? 0, height: height ?? 0 };
}

/** Its own address stays with it, for whoever copies the text; nothing loads it. */
function show(image: Element, { address, width, height }: ShownPicture): void {
  reserve(image, width, height);
  if (address.startsWith("data:")) image.removeAttribute("data-news-src");
  image.setAttribute("src", address);
  image.setAttribute("decoding", "async");
  if (!image.hasAttribute("alt")) image.setAttribute("alt", "");
  const link = image.closest("a");
  // A link must have a name, and an undescribed picture gives it none.
  if (link && isBlank(link) && image.getAttribute("alt") === "") link.setAttribute("aria-label", hostOf(link));
}

/** Its box is free before it is there, so that nothing moves. What the text says of its width is how wide it is meant. */
function reserve(image: Element, width: number, height: number): void {
  if (!width || !height) return;
  const meant = Number(image.getAttribute("width")) || width;
  image.setAttribute("width", String(meant));
  image.setAttribute("height", String(Math.max(1, Math.round((meant * height) / width))));
}

function describe(image: Element): void {
  const link = image.closest("a");
  const words = image.getAttribute("alt")?.trim() || (link && isBlank(link) ? hostOf(link) : "");
  if (words === "") return removePicture(image);
  const line = document.createElement("span");
  line.className = "missing";
  line.dataset["newsSrc"] = image.getAttribute("data-news-src") ?? "";
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
