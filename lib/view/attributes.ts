import { absoluteUrl } from "../feed/url.ts";
import { withoutTracking } from "../feed/tracking.ts";

/** Judges every attribute that the allowlist let through, and gives each outside link what keeps it from telling tales. */
export function settleAttributes(element: Element, baseUrl: string | null): void {
  for (const { name, value } of [...element.attributes]) {
    const settled = settle(element, name, value, baseUrl);
    if (settled === null) element.removeAttribute(name);
    else if (settled !== value) element.setAttribute(name, settled);
  }
  const href = element.getAttribute("href");
  if (href === null || href.startsWith("#")) return;
  element.setAttribute("target", "_blank");
  element.setAttribute("rel", "noopener noreferrer nofollow");
  element.setAttribute("referrerpolicy", "no-referrer");
}

const LARGEST_SPAN = 100;
const LARGEST_NUMBER = 10_000;
const DATA_PICTURE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/=\s]*$/i;
const DATA_PICTURE_LENGTH = 512 * 1024;
/** "mailto:" and the longest mail address there can be. */
const MAIL_LENGTH = 7 + 254;
const ID_PREFIX = "user-content-";

function settle(element: Element, name: string, value: string, baseUrl: string | null): string | null {
  switch (name) {
    case "href":
      return element.localName === "a" ? linkAddress(value, baseUrl) : null;
    case "data-news-src":
      return element.localName === "img" ? pictureAddress(value, baseUrl) : null;
    case "cite":
      return absoluteUrl(value, baseUrl);
    case "width":
    case "height":
      return element.localName === "img" ? wholeNumber(value.replace(/px$/i, ""), 1, LARGEST_NUMBER) : null;
    case "colspan":
    case "rowspan":
      return wholeNumber(value, 1, LARGEST_SPAN);
    case "start":
    case "value":
      return wholeNumber(value, -LARGEST_NUMBER, LARGEST_NUMBER);
    case "data-language":
      return /^(?:pre|code)$/.test(element.localName) ? matching(value, /^[a-z0-9+#-]{1,24}$/i) : null;
    case "lang":
      return matching(value, /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i);
    case "dir":
      return matching(value.toLowerCase(), /^(?:ltr|rtl|auto)$/);
    case "scope":
      return matching(value.toLowerCase(), /^(?:row|col|rowgroup|colgroup)$/);
    case "id":
      return matching(value, /^user-content-\S/);
    default:
      return value;
  }
}

/** An address to go to: http(s), a mail address, or a place in this text. */
function linkAddress(value: string, baseUrl: string | null): string | null {
  const trimmed = value.trim();
  if (trimmed.startsWith("#")) return localAddress(trimmed.slice(1));
  if (/^mailto:/i.test(trimmed)) return mailAddress(trimmed);
  const address = absoluteUrl(trimmed, baseUrl);
  return address === null ? null : withoutTracking(address);
}

function localAddress(name: string): string | null {
  if (name === "") return null;
  return name.startsWith(ID_PREFIX) ? `#${name}` : `#${ID_PREFIX}${name}`;
}

/** Without the query, which could fill in a letter of someone else's making. */
function mailAddress(value: string): string | null {
  const [address = ""] = value.split(/[?#]/, 1);
  return address.length > MAIL_LENGTH ? null : matching(address, /^mailto:[^\s<>"\\]+@[^\s<>"\\]+$/i);
}

function pictureAddress(value: string, baseUrl: string | null): string | null {
  if (/^data:/i.test(value)) return value.length <= DATA_PICTURE_LENGTH ? matching(value, DATA_PICTURE) : null;
  return absoluteUrl(value, baseUrl);
}

function wholeNumber(value: string, least: number, most: number): string | null {
  if (!/^\s*-?\d{1,6}\s*$/.test(value)) return null;
  const number = Number(value);
  return number >= least && number <= most ? String(number) : null;
}

const matching = (value: string, pattern: RegExp): string | null => (pattern.test(value) ? value : null);
