import { absoluteUrl } from "./url.ts";

/** Of one element, by name in lower case. */
export type Attributes = Record<string, string | undefined>;

/**
 * The address of the picture that an `img` will show once its page's scripts have run; null where it shows none to see.
 * `sources` are those of the `picture` around it. Indexing and rendering both ask here: a picture stored under another
 * address than the one that is shown would be a picture that is not there.
 */
export function pictureAddress(image: Attributes, sources: Attributes[], baseUrl: string | null): string | null {
  const claims = [
    ...LAZY_SOURCES.map((name) => image[name]),
    ...sources.map((source) => bestOfSet(lazySetOf(source))),
    bestOfSet(lazySetOf(image)),
    image["src"],
    ...sources.filter(isPictureFormat).map((source) => bestOfSet(source["srcset"])),
    bestOfSet(image["srcset"]),
    image["data-orig-file"],
  ];
  for (const claim of claims) {
    const url = absoluteUrl(claim, baseUrl);
    if (url !== null && !isPlaceholder(url)) return url;
  }
  return null;
}

/** True for a picture that waits for a script: mostly its twin in a `noscript` beside it is the real one. */
export function isLazy(image: Attributes): boolean {
  const source = image["src"]?.trim() ?? "";
  return source === "" || isPlaceholder(source) || LAZY_NAMES.some((name) => image[name] !== undefined);
}

/** One or two pixels in one direction can't be meant for eyes: they count visits. */
export function isPixel(element: Attributes): boolean {
  const isTiny = (size: string | undefined) => size !== undefined && /^\s*[0-2](?:px)?\s*$/i.test(size);
  return isTiny(element["width"]) || isTiny(element["height"]) || PIXEL_STYLE.test(element["style"] ?? "");
}

/** What stands in `src` until the picture is wanted: an address that is itself the picture, or a file known by name. */
function isPlaceholder(address: string): boolean {
  return /^data:/i.test(address) || PLACEHOLDER_FILE.test(address);
}

function lazySetOf(element: Attributes): string | undefined {
  return LAZY_SETS.map((name) => element[name]).find((set) => set !== undefined);
}

/** SVG in a choice of formats is a picture to browsers only. */
function isPictureFormat(source: Attributes): boolean {
  return /^(?:$|image\/(?!svg))/i.test(source["type"]?.trim() ?? "");
}

/** The largest that is no larger than needed; where that is narrower than a column, the next larger one. */
function bestOfSet(set: string | undefined): string | undefined {
  if (set === undefined) return undefined;
  const candidates = parseSet(set).sort((a, b) => a.width - b.width);
  const fitting = candidates.findLast((candidate) => candidate.width <= WIDEST);
  if (fitting !== undefined && fitting.width >= COLUMN_WIDTH) return fitting.address;
  return (candidates.find((candidate) => candidate.width > WIDEST) ?? fitting)?.address;
}

type Candidate = { address: string; width: number };

/** Addresses may hold commas (image services love them): one separates before white space or behind a size. */
function parseSet(set: string): Candidate[] {
  const parts = set.slice(0, LONGEST_SET).split(/,\s+|(?<=\s[\d.]{1,8}[wx]),|,$/);
  return parts.flatMap((part) => {
    const [address = "", size = "1x"] = part.trim().split(/\s+/);
    return address === "" ? [] : [{ address, width: widthOf(size) }];
  });
}

function widthOf(size: string): number {
  const number = Number.parseFloat(size) || 1;
  return size.endsWith("w") ? number : number * DENSITY_WIDTH;
}

const LAZY_SOURCES = ["data-src", "data-lazy-src", "data-original"];
const LAZY_SETS = ["data-srcset", "data-lazy-srcset"];
const LAZY_NAMES = [...LAZY_SOURCES, ...LAZY_SETS];
/** Every attribute that can hold a picture's address beside `src` and `srcset`. */
export const LAZY_ATTRIBUTES = [...LAZY_NAMES, "data-orig-file"];

/** Pixels: the widest column at more than twice the density of old screens, and the widest without. */
const WIDEST = 1_600;
const COLUMN_WIDTH = 640;
/** What a picture of density 1 counts as, so that the densest of the usual choices fits. */
const DENSITY_WIDTH = 400;
/** UTF-16 units; a longer set has no place in anything that loads fast. */
const LONGEST_SET = 16_384;

const PLACEHOLDER_FILE =
  /(?:^|\/)(?:(?:blank|clear|empty|gr[ae]y|lazy|lazyload|loading|pixel|placeholder|spacer|trans|transparent|1x1|1px)[-_.]?)+(?:\d+(?:x\d+)?)?\.(?:gif|png|svg|webp)(?:[?#]|$)/i;
const PIXEL_STYLE = /(?:^|[;\s])(?:(?:max-)?(?:width|height)\s*:\s*[0-2](?:px)?|display\s*:\s*none)\s*(?:;|!|$)/i;
