import { decodeEntities } from "./html.ts";
import { NAME_LENGTH, TITLE_LENGTH, URL_LENGTH } from "./limits.ts";
import type { OpmlFeed } from "./opml.ts";
import { cleanLine } from "./text.ts";
import { absoluteUrl } from "./url.ts";

/** What one outline of a list of feeds is, by its attributes. `name` is null where a folder has none. */
export type Outline =
  | { kind: "folder"; name: string | null }
  | { kind: "feed"; feed: OpmlFeed }
  | { kind: "skipped"; pointer: { text: string; url: string; why: SkipReason } };

/**
 * Why an outline with an address is no feed: it leads to another list, to a page, or to a page that a program is told how
 * to take apart; or the address is of another kind, holds somebody's password, or is none.
 */
export type SkipReason = "list" | "page" | "scraped" | "otherScheme" | "password" | "notAnAddress";

/** Attributes by their names in lower case, raw. A feed's name is what its reader called it, else its host. */
export function readOutline(attributes: Map<string, string>): Outline {
  const read = (name: string) => decodeEntities((attributes.get(name) ?? "").slice(0, LONGEST_VALUE)).trim();
  const type = read("type").toLowerCase();
  const address = read("xmlurl") || (FEED_TYPES.has(type) ? read("url") : "");
  const name = nameOf(read("text")) || nameOf(read("title"));
  const skipped = (url: string, why: SkipReason): Outline => ({
    kind: "skipped",
    pointer: { text: name, url: cleanLine(url, TITLE_LENGTH), why },
  });

  if (type === "include") return skipped(read("url") || address, "list");
  if (address === "") return withoutFeed({ name, url: read("url"), pageUrl: read("htmlurl") }, skipped);
  if (/xpath|dotnotation/.test(type)) return skipped(address, "scraped");
  const url = addressOf(address);
  if (url === null) return skipped(address, reasonAgainst(address));
  const feed = { url, title: name || new URL(url).hostname, homeUrl: absoluteUrl(read("htmlurl"), null) };
  return { kind: "feed", feed: { ...feed, tags: categoriesOf(read("category")) } };
}

/** The text of an outline is HTML by its specification, and as often encoded for that as not; markup is left standing. */
function nameOf(text: string): string {
  return cleanLine(decodeEntities(text), TITLE_LENGTH);
}

type Page = { name: string; url: string; pageUrl: string };

/** Of type "link", or of none: an address that ends in `.opml` is another list (OPML 2.0, "Inclusion"). */
function withoutFeed({ name, url, pageUrl }: Page, skipped: (url: string, why: SkipReason) => Outline): Outline {
  if (url !== "") return skipped(url, /\.opml$/i.test(url) ? "list" : "page");
  if (pageUrl !== "") return skipped(pageUrl, "page");
  return { kind: "folder", name: cleanLine(name, NAME_LENGTH) || null };
}

/** Programs that take over feeds write `feed:` before or instead of the scheme; people leave the scheme out. */
function addressOf(raw: string): string | null {
  const address = raw.replace(/^feed:(?:\/\/)?(?=https?:)/i, "").replace(/^feed:(\/\/)?/i, "http://");
  return absoluteUrl(STARTS_WITH_HOST.test(address) ? `https://${address.replace(/^\/\//, "")}` : address, null);
}

function reasonAgainst(address: string): SkipReason {
  const url = URL.parse(address.replace(/^feed:(?:\/\/)?/i, ""));
  if (url === null || /^https?:$/.test(url.protocol))
    return url?.username || url?.password ? "password" : "notAnAddress";
  return "otherScheme";
}

/** `/Tech/Web,news`: paths between commas, of which every step is a label. One without a leading slash is a label whole. */
function categoriesOf(raw: string): string[] {
  return raw
    .split(",")
    .map((path) => path.trim())
    .flatMap((path) => (path.startsWith("/") ? path.split("/") : [path]))
    .map((label) => cleanLine(unescapeLabel(label), NAME_LENGTH))
    .filter((label) => label !== "");
}

/** A comma ends a label, so `writeOpml` writes one in it as in an address. */
export function escapeLabel(label: string): string {
  return label.replace(/%(?=2C|25)/gi, "%25").replaceAll(",", "%2C");
}

function unescapeLabel(label: string): string {
  return label.replace(/%(2C|25)/gi, (_, code: string) => (code === "25" ? "%" : ","));
}

const FEED_TYPES = new Set(["rss", "atom", "jsonfeed"]);
/** `example.org/feed`, with or without two slashes before it. */
const STARTS_WITH_HOST = /^(\/\/)?[a-z0-9-]+(\.[a-z0-9-]+)+([/:?#]|$)/i;
/** UTF-16 units of an attribute; a longer one could only be cut. */
const LONGEST_VALUE = 2 * URL_LENGTH;
