import type { XmlFormat } from "./parse.ts";

/**
 * True unless a tag declares that names mean something else than they usually do: the parser goes by what a prefix
 * stands for, while what reads a document without it goes by the prefix.
 */
export function hasUsualNames(tag: string, { format, isRoot }: { format: XmlFormat; isRoot: boolean }): boolean {
  for (const [, prefix = "", uri = ""] of tag.matchAll(DECLARATION)) {
    const own = OWNERS[format].find(([pattern]) => pattern.test(uri))?.[1];
    const isOwned = prefix === "" ? isRoot : OWNED.has(prefix.toLowerCase());
    if (own === undefined ? isOwned : own !== prefix.toLowerCase()) return false;
  }
  return true;
}

const DECLARATION = /\sxmlns(?::([^\s=]+))?\s*=\s*["']\s*([^"']*)/gi;
const OWNED = new Set(["dc", "content"]);

const MODULES: [uri: RegExp, prefix: string][] = [
  [/\/\/(?:purl\.org\/dc\/elements|dublincore\.org\/)/i, "dc"],
  [/\/\/purl\.org\/rss\/1\.0\/modules\/content/i, "content"],
];
/** Whose names are whose; those of the format itself have no prefix. */
const OWNERS: Record<XmlFormat, [uri: RegExp, prefix: string][]> = {
  rss: MODULES,
  rdf: [...MODULES, [/\/\/purl\.org\/rss\/1\.0\/?$/i, ""]],
  atom: [...MODULES, [/\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/atom\/ns)/i, ""]],
};
