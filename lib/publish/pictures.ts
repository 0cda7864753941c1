import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { ArticlePicture, PictureFile } from "./article.ts";
import { readPictureShape } from "../feed/pictureShape.ts";

/** A picture to be published; `file` is null where it is on the web already. The text says why there is none. */
export type FoundPicture = { picture: ArticlePicture; file: PictureFile | null } | string;

/**
 * Finds what an article calls `address`. A relative one is a file in the folder of articles and will stand in
 * `images/` beside the feeds; one that starts with a slash is the site's own; any other is left as it is.
 */
export function findPicture(address: string, folder: string, siteUrl: string): FoundPicture {
  if (isOnTheWeb(address)) return remote(address);
  if (address.startsWith("/")) return remote(new URL(address, siteUrl).href);
  const path = toPath(address);
  if (path === null) return `${address} is not a valid address`;
  const source = resolve(folder, path);
  if (!isInside(source, resolve(folder))) return `${address} lies outside the folder of articles`;
  if (!existsSync(source) || !statSync(source).isFile()) return `${address} is not there`;
  if (!isInside(realpathSync(source), realpathSync(folder))) return `${address} lies outside the folder of articles`;
  return local(source, relative(resolve(folder), source).split(sep), siteUrl);
}

export function isOnTheWeb(address: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address);
}

function remote(url: string): FoundPicture {
  return { picture: { url, type: null, width: null, height: null }, file: null };
}

function toPath(address: string): string | null {
  try {
    return decodeURIComponent(address.replace(/[?#].*$/s, ""));
  } catch (fault) {
    if (fault instanceof URIError) return null;
    throw fault;
  }
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function local(source: string, segments: string[], siteUrl: string): FoundPicture {
  const bytes = readFileSync(source);
  const shape = readPictureShape(bytes);
  if (!shape) return `${segments.join("/")} is not a PNG, JPEG, GIF, WebP or AVIF picture`;
  const published = segments[0] === "images" ? segments : ["images", ...segments];
  const url = `${siteUrl}/${published.map(encodeSegment).join("/")}`;
  return {
    picture: { url, ...shape },
    file: {
      path: join(...published)
        .split(sep)
        .join("/"),
      source,
      bytes,
    },
  };
}

/** Also what would end the address in Markdown or in a quoted attribute. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[()']/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
}
