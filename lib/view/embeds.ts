import { isPixel } from "../feed/lazyPicture.ts";
import { absoluteUrl } from "../feed/url.ts";
import { attributesOf } from "./pictures.ts";

export type EmbedKind = "video" | "audio" | "page";
/** The words of the link that stands for an embed; the host says where it leads. */
export type EmbedLabel = (kind: EmbedKind, host: string) => string;

/** A player or a page within the page is never loaded: a link to it takes its place, and a tab opens on request. */
export function unfoldEmbed(element: Element, baseUrl: string | null, label: EmbedLabel = inEnglish): void {
  const address = isPixel(attributesOf(element)) ? null : embedAddress(element, baseUrl);
  if (address === null) return element.remove();
  const link = document.createElement("a");
  link.setAttribute("href", address);
  const { hostname } = new URL(address);
  link.textContent = label(kindOf(element, address), hostname.replace(/^www\./, ""));
  // A link in a link does not survive the next parser; behind it, it does.
  const outer = element.closest("a");
  outer?.after(" ", link);
  if (outer) return element.remove();
  element.replaceWith(FLOW.test(element.parentElement?.localName ?? "div") ? inParagraph(link) : link);
}

const FLOW = /^(?:article|aside|blockquote|center|dd|details|div|figure|footer|header|li|main|section|td)$/;

function embedAddress(element: Element, baseUrl: string | null): string | null {
  const source = element.querySelector("source[src]");
  const said = [...["src", "data-src", "data"].map((name) => element.getAttribute(name)), source?.getAttribute("src")];
  for (const address of said) {
    const absolute = absoluteUrl(address, baseUrl);
    if (absolute !== null) return pageOfPlayer(absolute);
  }
  return null;
}

/** A player fills a tab of its own, without the words around it: the page that it is shown on leads further. */
function pageOfPlayer(address: string): string {
  const { hostname, pathname } = new URL(address);
  const [, id] = /^\/(?:embed|video)\/([\w-]+)$/.exec(pathname) ?? [];
  if (id === undefined || id === "videoseries") return address;
  if (/(?:^|\.)youtube(?:-nocookie)?\.com$/i.test(hostname)) return `https://www.youtube.com/watch?v=${id}`;
  return hostname === "player.vimeo.com" ? `https://vimeo.com/${id}` : address;
}

const VIDEO =
  /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitch\.tv|rumble\.com|tiktok\.com|ted\.com|bilibili\.com|wistia\.(?:com|net)|brightcove\.net|jwplatform\.com|videopress\.com|odysee\.com)$/i;
const AUDIO =
  /(?:^|\.)(?:soundcloud\.com|spotify\.com|podcasts\.apple\.com|bandcamp\.com|buzzsprout\.com|libsyn\.com|megaphone\.fm|simplecast\.com|acast\.com|mixcloud\.com)$/i;

function kindOf(element: Element, address: string): EmbedKind {
  if (element.localName === "video" || element.localName === "audio") return element.localName;
  const { hostname, pathname } = new URL(address);
  if (AUDIO.test(hostname) || /\.(?:mp3|m4a|ogg|oga|opus|wav|flac)$/i.test(pathname)) return "audio";
  if (VIDEO.test(hostname) || /\.(?:mp4|m4v|webm|mov|ogv|m3u8|swf)$/i.test(pathname)) return "video";
  return /\b(?:video|player)s?\b/i.test(hostname + pathname) ? "video" : "page";
}

const WORDS: Record<EmbedKind, string> = { video: "Video", audio: "Audio", page: "Embedded page" };
const inEnglish: EmbedLabel = (kind, host) => `${WORDS[kind]}: ${host}`;

function inParagraph(link: Element): Element {
  const paragraph = document.createElement("p");
  paragraph.append(link);
  return paragraph;
}
