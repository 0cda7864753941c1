import { withoutTracking } from "../feed/tracking.ts";
import { absoluteUrl } from "../feed/url.ts";
import type { Article, Enclosure } from "../model.ts";
import { isSamePicture } from "./heroPicture.ts";

export type EnclosureKind = "audio" | "video" | "pdf" | "image" | "file";
export type Attached = { url: string; kind: EnclosureKind; bytes: number | null; host: string };

/** What a feed attached to an article, as links: each address once, and not the picture that stands above the text. */
export function attachedTo({ enclosures, hero }: Pick<Article, "enclosures" | "hero">): Attached[] {
  const found = new Map<string, Attached>();
  for (const enclosure of enclosures) {
    const url = absoluteUrl(enclosure.url, null);
    if (url === null || found.has(url)) continue;
    const kind = kindOf(enclosure.type, url);
    if (hero !== null && /^(?:image|file)$/.test(kind) && isSamePicture(url, hero.url)) continue;
    found.set(url, {
      url: withoutTracking(url),
      kind,
      bytes: bytesOf(enclosure),
      host: new URL(url).hostname.replace(/^www\./, ""),
    });
  }
  return [...found.values()];
}

const BY_ENDING: [EnclosureKind, RegExp][] = [
  ["audio", /\.(?:mp3|m4a|m4b|aac|ogg|oga|opus|wav|flac)$/i],
  ["video", /\.(?:mp4|m4v|webm|mov|ogv|mkv)$/i],
  ["pdf", /\.pdf$/i],
  ["image", /\.(?:jpe?g|png|gif|webp|avif|svg)$/i],
];

/** By what the feed says it is; many say nothing, or only that it is bytes. */
function kindOf(type: string, url: string): EnclosureKind {
  const [, family] = /^\s*(audio|video|image)\//i.exec(type) ?? [];
  // Checked: the pattern names nothing but kinds.
  if (family) return family.toLowerCase() as EnclosureKind;
  if (/^\s*application\/(?:x-)?pdf\b/i.test(type)) return "pdf";
  const { pathname } = new URL(url);
  return BY_ENDING.find(([, ending]) => ending.test(pathname))?.[0] ?? "file";
}

/** Feeds must say a length, and those that do not know it say 1. */
const LEAST_CREDIBLE = 1_000;

const bytesOf = ({ length }: Enclosure): number | null => (length !== null && length >= LEAST_CREDIBLE ? length : null);
