import { URL_LENGTH } from "./limits.ts";

/** An address from outside made absolute, or null: http(s) only, nobody's password in it, of sane length. */
export function absoluteUrl(raw: string | null | undefined, base: string | null): string | null {
  const cleaned = raw?.replace(/[\x00-\x1f\x7f-\x9f]/g, "").trim() ?? "";
  if (cleaned === "" || cleaned.length > URL_LENGTH) return null;
  if (isWrittenOut(cleaned)) return cleaned;
  // Asked once: each part of an address costs as much as the whole.
  const url = URL.parse(cleaned, base ?? undefined)?.href ?? "";
  return url.length <= URL_LENGTH && /^https?:\/\/[^/@]+\//.test(url) ? url : null;
}

/**
 * True for an address that the URL parser would hand back to the letter, which most in feeds are, and which costs a
 * tenth of asking it. Whatever it might change counts as not written out: capitals and numbers in hosts, ports, dots and
 * escapes that begin a segment, characters that it would escape.
 */
export function isWrittenOut(url: string): boolean {
  return WRITTEN_OUT.test(url);
}

const WRITTEN_OUT =
  /^https?:\/\/(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,63}(?:\/(?![.%])[\w.~!$&()*+,;=:@%-]*)+(?:\?[\w.~!$&()*+,;=:@/?%-]*)?(?:#[\w.~!$&()*+,;=:@/?%-]*)?$/;

/** True for an address that says its scheme, whichever it is. */
export function isAbsolute(raw: string): boolean {
  return /^\s*[a-z][a-z0-9+.-]*:/i.test(raw);
}

/**
 * An address for comparing, never for opening: no scheme, default port, fragment, trailing slash or `utm_…`, so that a
 * site's move to https and a newsletter's decorations do not make another article. Not an address? Then itself, trimmed.
 */
export function canonicalUrl(url: string): string {
  const parsed = URL.parse(url.trim());
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return url.trim();
  for (const name of [...parsed.searchParams.keys()]) {
    if (/^utm_/i.test(name)) parsed.searchParams.delete(name);
  }
  const host = parsed.host.replace(/:(80|443)$/, "");
  return host + parsed.pathname.replace(/\/+$/, "") + parsed.search;
}

/** What to ask for in the place of an address, in order: https first, where the same port can speak it. */
export function secureFirst(url: string): string[] {
  const parsed = new URL(url);
  if (parsed.protocol !== "http:" || parsed.port !== "") return [url];
  parsed.protocol = "https:";
  return [parsed.href, url];
}

/** Whether two addresses are one publisher's, as far as their names tell: the same host, or one below the other. */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [hostOf(one), hostOf(other)];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** The same host, with or without `www.`: what a person allows together. */
export const isSameHost = (one: string, other: string): boolean => hostOf(one) === hostOf(other);

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, "");
