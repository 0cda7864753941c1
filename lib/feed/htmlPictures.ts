import type { Picture } from "../model.ts";
import { attributesOf } from "./attributes.ts";
import { decodeEntities } from "./html.ts";
import { type Attributes, isLazy, isPixel, pictureAddress } from "./lazyPicture.ts";
import { closingTag, nextTag, type Tag } from "./xml.ts";

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

/** The description of a picture where it stands in HTML: as most write it, it is found without reading other tags. */
export function altOf(url: string, html: string, baseUrl: string | null): string {
  if (!html.includes(fileNameIn(url))) return "";
  const at = html.indexOf(` src="${url.replaceAll("&", "&amp;")}"`);
  const tag = at === -1 ? "" : html.slice(html.lastIndexOf("<", at), html.indexOf(">", at));
  const alt = PLAIN_ALT.exec(tag)?.[1];
  if (alt !== undefined) return decodeEntities(alt).trim();
  return imagesOf(html, baseUrl).find((picture) => picture.url === url)?.alt ?? "";
}

/** What an address holds in any spelling; nothing where it may be escaped. */
function fileNameIn(url: string): string {
  const end = url.search(/[?#]|$/);
  const name = url.slice(url.lastIndexOf("/", end) + 1, end);
  return /^[\w.-]+$/.test(name) ? name : "";
}

/** An `img` with an address; `isNext` where no other element began since the one before. */
type Sighting = { picture: Picture; isLazy: boolean; isInNoscript: boolean; isNext: boolean };

/** At least so many sightings where there are as many, each with what may be its twin. */
function sightingsIn(html: string, baseUrl: string | null, enough: number): Sighting[] {
  const part = partWithPictures(html);
  const sightings: Sighting[] = [];
  let sources: Attributes[] = [];
  let isInNoscript = false;
  let isNext = false;
  for (const tag of tagsIn(part)) {
    if (tag.name === "noscript") isInNoscript = !tag.isClosing;
    if (tag.isClosing) continue;
    if (tag.name === "picture") sources = [];
    else if (tag.name === "source") sources.push(attributesAt(part, tag));
    else if (tag.name === "img") {
      const attributes = attributesAt(part, tag);
      const picture = pictureOf(attributes, sources, baseUrl);
      if (picture !== null) sightings.push({ picture, isLazy: isLazy(attributes), isInNoscript, isNext });
      sources = [];
      isNext ||= picture !== null;
    } else if (tag.name !== "noscript") isNext = isNext && isInNoscript;
    if (!isNext && sightings.length >= enough) break;
  }
  return sightings;
}

/** The tags that a browser would see: in these elements what looks like one is text. */
function* tagsIn(html: string): Generator<Tag> {
  for (let tag = nextTag(html, 0); tag !== null; tag = nextTag(html, tag.end)) {
    yield tag;
    if (!tag.isClosing && TEXT_ONLY.has(tag.name)) tag = closingTag(html, tag) ?? { ...tag, end: html.length };
  }
}

function attributesAt(html: string, tag: Tag): Attributes {
  const attributes: Attributes = {};
  for (const [name, value] of attributesOf(html.slice(tag.start, tag.end))) attributes[name] = decodeEntities(value);
  return attributes;
}

/** A lazy picture and the one in the `noscript` beside it are one picture: the latter's address, either's description. */
function withoutTwins(sightings: Sighting[]): Picture[] {
  const kept: Picture[] = [];
  /** The one before, until it has found its twin. */
  let single: Sighting | undefined;
  for (const sighting of sightings) {
    const twin = sighting.isNext && single && areTwins(single, sighting) ? single : undefined;
    if (twin) kept.splice(-1, 1, joined(twin, sighting));
    else kept.push(sighting.picture);
    single = twin ? undefined : sighting;
  }
  return kept;
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
const PLAIN_ALT = /^<img(?=\s)[^<>]*?\salt="([^"]+)"/;
const TEXT_ONLY = new Set(["iframe", "script", "style", "textarea", "title"]);
