import type { Picture } from "../model.ts";
import { eachTag } from "./html.ts";
import { type Attributes, isLazy, isPixel, pictureAddress } from "./lazyPicture.ts";
import { nextTag } from "./xml.ts";

/** The pictures of HTML that are worth keeping, each address once, in order. */
export function imagesOf(html: string, baseUrl: string | null): Picture[] {
  const found = new Map<string, Picture>();
  for (const picture of withoutTwins(sightingsIn(html, baseUrl, Infinity))) {
    if (!found.has(picture.url)) found.set(picture.url, picture);
  }
  return [...found.values()];
}

export function firstImage(html: string, baseUrl: string | null): Picture | null {
  return withoutTwins(sightingsIn(html, baseUrl, 1))[0] ?? null;
}

/** An `img` with an address; `isNext` where no other element began since the one before. */
type Sighting = { picture: Picture; isLazy: boolean; isInNoscript: boolean; isNext: boolean };

/** At least so many sightings where there are as many, each with what may be its twin. */
function sightingsIn(html: string, baseUrl: string | null, enough: number): Sighting[] {
  const sightings: Sighting[] = [];
  let sources: Attributes[] = [];
  let isInNoscript = false;
  let isNext = false;
  eachTag(
    partWithPictures(html),
    (name, attributes) => {
      if (name === "noscript") isInNoscript = true;
      else if (name === "picture") sources = [];
      else if (name === "source") sources.push(attributes);
      else if (name !== "img") isNext = isNext && isInNoscript;
      const picture = name === "img" ? pictureOf(attributes, sources, baseUrl) : null;
      if (picture !== null) sightings.push({ picture, isLazy: isLazy(attributes), isInNoscript, isNext });
      if (name === "img") sources = [];
      isNext ||= picture !== null;
      return isNext || sightings.length < enough;
    },
    (name) => {
      if (name === "noscript") isInNoscript = false;
    },
  );
  return sightings;
}

/** A lazy picture and the one in the `noscript` beside it are one picture: the latter's address, either's description. */
function withoutTwins(sightings: Sighting[]): Picture[] {
  const kept: Sighting[] = [];
  for (const sighting of sightings) {
    const before = sighting.isNext ? kept.at(-1) : undefined;
    if (before === undefined || !areTwins(before, sighting)) kept.push(sighting);
    else kept.splice(-1, 1, { ...sighting, picture: joined(before, sighting), isLazy: false });
  }
  return kept.map(({ picture }) => picture);
}

function areTwins(one: Sighting, other: Sighting): boolean {
  return one.isInNoscript !== other.isInNoscript && (one.isInNoscript ? other : one).isLazy;
}

function joined(one: Sighting, other: Sighting): Picture {
  const [real, lazy] = one.isInNoscript ? [one.picture, other.picture] : [other.picture, one.picture];
  return { url: real.url, alt: real.alt || lazy.alt };
}

/** From the first to the last tag that can belong to a picture; what comes before matters only if it could hide one. */
function partWithPictures(html: string): string {
  const start = html.search(PICTURE_TAG);
  if (start === -1) return "";
  const from = html.lastIndexOf("<!--", start) === -1 ? start : 0;
  const part = html.slice(from, from + LONGEST_SOURCE);
  const last = [...part.matchAll(PICTURE_TAGS)].at(-1)?.index ?? 0;
  return part.slice(0, nextTag(part, last)?.end);
}

function pictureOf(image: Attributes, sources: Attributes[], baseUrl: string | null): Picture | null {
  const url = isPixel(image) ? null : pictureAddress(image, sources, baseUrl);
  return url === null ? null : { url, alt: image["alt"]?.trim() ?? "" };
}

/** UTF-16 units looked through for pictures: room for one that is written into its address, and some. */
const LONGEST_SOURCE = 262_144;
const PICTURE_TAG = /<(?:img|picture|source|\/?noscript)\b/i;
const PICTURE_TAGS = new RegExp(PICTURE_TAG, "gi");
