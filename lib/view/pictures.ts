import { absoluteUrl } from "../feed/url.ts";

/** Leaves one address on a picture, in `data-news-src`; takes pictures away that exist to count their readers. */
export function settlePicture(image: Element, baseUrl: string | null): void {
  if (isPixel(image)) return image.remove();
  const address = chooseAddress(image, baseUrl);
  if (address !== null) image.setAttribute("data-news-src", address);
  const picture = image.parentElement?.localName === "picture" ? image.parentElement : null;
  picture?.replaceWith(image);
}

/** Two pixels or fewer in one direction can't be meant for eyes. */
const PIXEL_STYLE = /(?:^|[;\s])(?:(?:max-)?(?:width|height)\s*:\s*[0-2](?:px)?|display\s*:\s*none)\s*(?:;|!|$)/i;

export function isPixel(element: Element): boolean {
  const isTiny = (name: string) => /^\s*[0-2](?:px)?\s*$/i.test(element.getAttribute(name) ?? "");
  return isTiny("width") || isTiny("height") || PIXEL_STYLE.test(element.getAttribute("style") ?? "");
}

/** Wide enough for the widest column at twice the density of old screens; stored pictures are no wider either. */
const WANTED_WIDTH = 1200;

/** In the order in which pictures are looked for to be stored: another choice here would be a picture that is not there. */
const SINGLES = ["data-news-src", "data-src", "data-lazy-src", "data-original", "data-orig-file", "src"];
const SETS = ["data-srcset", "data-lazy-srcset", "srcset"];

function chooseAddress(image: Element, baseUrl: string | null): string | null {
  const singles = SINGLES.map((name) => image.getAttribute(name));
  const sets = [...sourceSets(image), ...SETS.map((name) => image.getAttribute(name))].map(bestOfSet);
  for (const address of [...singles, ...sets]) {
    const absolute = absoluteUrl(address, baseUrl);
    if (absolute !== null) return absolute;
  }
  return singles.find((address) => address?.startsWith("data:")) ?? null;
}

/** The alternatives in a `picture`, without formats that are no pictures to us. */
function sourceSets(image: Element): (string | null)[] {
  const siblings = image.parentElement?.localName === "picture" ? [...image.parentElement.children] : [];
  return siblings
    .filter((element) => element.localName === "source")
    .filter((source) => /^(?:$|image\/(?!svg))/i.test(source.getAttribute("type") ?? ""))
    .map((source) => source.getAttribute("data-srcset") ?? source.getAttribute("srcset"));
}

type Candidate = { address: string; width: number };

/** The smallest that is wide enough, else the largest. Densities count as that many times an ordinary column. */
function bestOfSet(set: string | null): string | null {
  const candidates = parseSet(set ?? "").sort((a, b) => a.width - b.width);
  return (candidates.find((candidate) => candidate.width >= WANTED_WIDTH) ?? candidates.at(-1))?.address ?? null;
}

/** Addresses may hold commas (image services love them): one separates before white space or behind a size. */
function parseSet(set: string): Candidate[] {
  const parts = set.split(/,\s+|(?<=\s[\d.]{1,8}[wx]),|,$/).map((part) => part.trim().split(/\s+/));
  return parts.flatMap(([address = "", size = "1x"]) => (address === "" ? [] : [{ address, width: widthOf(size) }]));
}

function widthOf(size: string): number {
  const number = Number.parseFloat(size) || 1;
  return size.endsWith("w") ? number : number * (WANTED_WIDTH / 2);
}
