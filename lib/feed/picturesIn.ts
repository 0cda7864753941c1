import type { Body, Picture } from "../model.ts";
import { imagesOf } from "./htmlPictures.ts";
import { absoluteUrl } from "./url.ts";

/** The pictures of a text that are to be fetched, as the reader will ask for them; each address once. */
export function picturesIn({ format, source, baseUrl }: Body): Picture[] {
  if (format === "text") return [];
  const html = imagesOf(source, baseUrl);
  if (format === "html") return html;
  const all = [...markdownPictures(source, baseUrl), ...html];
  return [...new Map(all.map((picture) => [picture.url, picture])).values()];
}

export function* markdownPictures(source: string, baseUrl: string | null): Generator<Picture, undefined> {
  for (const [, alt = "", address] of source.matchAll(WITH_ADDRESS)) {
    const url = absoluteUrl(address, baseUrl);
    if (url !== null) yield { url, alt };
  }
  if (!source.includes("![")) return;
  const addresses = new Map([...source.matchAll(DEFINITION)].map(([, label = "", address]) => [keyOf(label), address]));
  for (const [, alt = "", label = ""] of source.matchAll(WITH_LABEL)) {
    const url = absoluteUrl(addresses.get(keyOf(label || alt)), baseUrl);
    if (url !== null) yield { url, alt };
  }
}

const keyOf = (label: string): string => label.trim().replace(/\s+/g, " ").toLowerCase();

/** Neither part may hold its own opening bracket, bar a pair in the address: so a failing match fails at once. */
const WITH_ADDRESS = /!\[([^[\]\n]*)\]\(\s*<?((?:[^\s<>()]|\([^\s<>()]*\))+)>?[^()\n]*\)/g;
const WITH_LABEL = /!\[([^[\]\n]*)\](?!\()(?:\[([^[\]\n]*)\])?/g;
const DEFINITION = /^ {0,3}\[([^[\]\n]+)\]:[ \t]*<?([^\s<>]+)>?/gm;
