/**
 * The nouns of Foldline. Read this file first; it imports nothing.
 * Suffixes: `…At` is milliseconds since 1970, `…Url` an absolute http(s) address.
 */

export type Flag = 0 | 1;

/** A followed publication: one address, one row. People see the word "source". */
export type Feed = {
  id: string;
  url: string;
  /** The reader's own name for it, else what the document says, else the host. */
  title: string;
  /** The title is the reader's own: its document does not change it. Absent: it is not. */
  isNamed?: boolean;
  homeUrl: string | null;
  /** Tags that every article of this feed receives, beside its own. */
  tags: string[];
  addedAt: number;
  /** Its place among the sources, where the reader gave them one. Absent: behind those that have one, by name. */
  order?: number;
  /** The pause between visits that the reader chose. Absent: as suits how much it posts. */
  intervalMs?: number;
  /** Asked when a person asks for this one feed, and never else. Absent: it is not paused. */
  isPaused?: true;
  /** Where its pictures may come from: its own host alone, or any that is allowed. Absent: never asked, so any. */
  pictureHosts?: "own" | "any";
  /** Which of its pictures are wanted: those above the texts alone, or none. Absent: those in the texts as well. */
  pictures?: "hero" | "none";
  validators: Validators;
  nextFetchAt: number;
  /** The pause between visits that its document asks for. */
  ttlMs: number | null;
  /** When its document wants no visits. Absent: never said. */
  skips?: Skips;
  /** How much it posts, by the dates of its last document. Null or absent: it does not say. */
  posts?: Posts | null;
  /** How many articles its last whole document listed. Absent: not known yet. */
  listed?: number;
  /** Where redirects lead its fetches; null or absent while they lead nowhere. */
  movedTo?: Move | null;
  /** Set while someone fetches. Past `until` the fetcher is taken for dead (a worker may be killed at any await). */
  lease: { id: string; until: number } | null;
  /** Leases that ended without an outcome, in a row. */
  lostLeases: number;
  /** Failed fetches in a row. */
  failures: number;
  lastTriedAt: number | null;
  lastFetchedAt: number | null;
  /** How many new articles its last answer brought. Absent: not known yet. */
  brought?: number;
  /** What is wrong with this feed now; null when all is well. */
  trouble: Trouble | null;
  /** What its items are told apart by, once its guids have been seen to be shared; for good. Absent: by their guids. */
  identity?: "link";
  /** The way back to older articles; null or absent where its document names none. */
  older?: Older | null;
  /** How people are told of its news. Absent: as a group. */ alerts?: AlertMode;
};

/** `count`: on the toolbar's icon only; `ignore`: not even there. Which of several holds says `lib/rules/alerts.ts`. */
export type AlertMode = "each" | "group" | "count" | "ignore";

/** The next older page, null at the end; the pages read so far, hashed; and what kept the last one from being read. */
export type Older = { url: string | null; read: string[]; trouble: Trouble | null };

/** Hours of the day and days of the week (0 is Sunday), both in UTC. */
export type Skips = { hours: number[]; days: number[] };

/** So many articles since then. */
export type Posts = { count: number; since: number };

/** The address that fetches have ended at, so many times since then: a browser does not say which redirects are for good. */
export type Move = { url: string; firstAt: number; times: number };

/** What the server gave us to ask "anything new?" with. Opaque; sent back to the letter. */
export type Validators = {
  etag: string | null;
  lastModified: string | null;
  /** SHA-256 of the last body, in hex: an equal body is treated as "not modified". */
  bodyHash: string | null;
  /** Who gave them: the address after all redirects. Absent in rows of old. */
  url?: string | null;
  /** When these were received. Dropped after 8 days, for servers that answer 304 for ever. */
  storedAt: number;
};

/** The world's faults, as people are told of them: `kind` is the message key `trouble_<kind>`. */
export type Trouble = { at: number; status?: number; host?: string } & (
  | { kind: "offline" | "unreachable" | "timeout" | "noPermission" | "blockedAddress" | "privateAddress" }
  | { kind: "unauthorized" | "forbidden" | "challenge" | "notFound" | "gone" | "closed" }
  | { kind: "tooManyRequests" | "hostWaits" | "serverError" | "badStatus" }
  | { kind: "tooLarge" | "notAFeed" | "webPage" | "emptied" | "truncated" | "storageFull" | "internal" }
);

/** One request that was made, for people who want to see what goes over the network. Kept for seven days. */
export type NetworkRequest = {
  id: number;
  at: number;
  url: string;
  why: RequestReason;
  /** The source that it was for. Absent: it was for none that is followed. */
  feedId?: string;
  /** 0: nobody answered. */ status: number;
  /** Of what was read of the answer, unpacked. */ bytes: number;
  /** Until all of that was there. */ ms: number;
  /** Where redirects led. Absent: nowhere. */ landedUrl?: string;
  /** For how long the answer is good, by its own word. Absent: it does not say. */ freshMs?: number;
};

/** `due`: by the alarm. `asked`: because somebody wanted to see what is new. `found`: in looking for feeds at a site. */
export type RequestReason = "due" | "asked" | "older" | "found" | "picture";

/** What the reader owns of an article. A refresh never writes these. */
export type Flags = { unread: Flag; starred: Flag; later: Flag };

/** The light row that lists are made of; the text lives apart, in a `BodyChunk`. */
export type Article = Flags & {
  id: number;
  feedId: string;
  /** Who this article is, best key first: see `lib/feed/identity.ts`. Each starts with the feed's id. */
  keys: string[];
  url: string | null;
  title: string;
  summary: string;
  authors: string[];
  /** The reader's tags, in the publisher's order. The first one is shown above the headline. */
  tags: string[];
  /** Canonical tags as the publisher gives them. Absent: the reader merged none of them into another. */
  givenTags?: string[];
  /** Those that its source gives to all of its articles, where its publisher does not give it the same. Absent: none. */
  sourceTags?: string[];
  /** Those of its tags that are muted. Absent: none is. */
  mutedBy?: string[];
  /** The publisher's claims: shown, never trusted for a decision. */
  publishedAt: number | null;
  publishedDateOnly: boolean;
  updatedAt: number | null;
  arrivedAt: number;
  /** The one key of order, frozen at insert. */
  sortAt: number;
  hero: Picture | null;
  language: string | null;
  direction: "ltr" | "rtl" | null;
  enclosures: Enclosure[];
  commentsUrl: string | null;
  /** Of all that people see of it but its dates: a changed one means a changed article. */
  contentHash: string;
  /** When more than 3 % of its text was last seen changed; absent where that never happened. */
  revisedAt?: number;
  body: { chunk: number; slot: number } | null;
  /** Index keys `[scope, sortAt, id]`, derived by `lib/db/places.ts`. */
  places: Place[];
};

export type Place = [scope: string, sortAt: number, id: number];
export type Picture = { url: string; alt: string };
export type Enclosure = { url: string; type: string; length: number | null };

/** An article's text as the document had it; made safe only when it is shown. */
export type Body = { format: "markdown" | "html" | "text"; source: string; baseUrl: string | null };

/** What an article said before it was changed. The newest five are kept. */
export type Revision = {
  id: number;
  articleId: number;
  /** When we saw that it had been replaced. */
  replacedAt: number;
  title: string;
  body: Body | null;
  /** The publisher's claim for this version. */
  updatedAt: number | null;
};

/** The memory of a deleted article that its feed may still list, so that it does not come back. */
export type Tombstone = {
  id: number;
  feedId: string;
  /** The article's keys, hashed, best first. */
  keys: string[];
  /** Of the title: a key other than the first counts only under the same title. */
  titleHash: string;
  /** When it was buried, or last seen in the document (to the day). */
  seenAt: number;
};

/** Bodies of one refresh, packed: a row per body would double the cost of storing. */
export type BodyChunk = { id: number; feedId: string; bodies: (Body | null)[] };

/** A picture for offline reading. `wanted` rows are the queue of the fetcher. */
export type StoredImage = {
  url: string;
  feedId: string;
  wanted: Flag;
  tries: number;
  /** At most 1200 px wide, for the reader; null while wanted, when it could not be had, and beside `sameAs`. */
  full: Blob | null;
  /** At most 232 px wide, for lists. */
  thumb: Blob | null;
  width: number;
  height: number;
  /** Of both sizes; absent while nothing is stored, and in rows of old that were not weighed yet. */
  bytes?: number;
  /** When its article was last read, to the day; at first when it was stored. Absent with `bytes`. */
  readAt?: number;
  /** The article that asked for it: the last one that is kept, else the first. Absent in rows of old. */
  articleId?: number;
  /** Others show it too, or did. */
  isShared?: true;
  /** SHA-256 of what was fetched, in hex. Absent in rows of old. */ hash?: string;
  /** The address under which its large size is stored. Absent: under this one. */ sameAs?: string;
};

/** Where someone stopped reading an article, before its end. `share`: 0 to 1, of the whole article. */
export type Position = { articleId: number; anchor: Anchor; share: number; at: number };

/**
 * A place in a text that survives another font, another width and small edits: the block at the top of what was seen,
 * known by its number (-1 is all that stands above the text) and by the beginning of its words, and how much of it had
 * passed (0 to 1; of its letters, where it has any).
 */
export type Anchor = {
  block: number;
  words: string;
  passed: number;
  /** What comes next in the block, to the letter. Absent in a picture, and where there is too much to look through. */
  next?: string;
};

/** What a reader made of a tag; where there is no row, it is as publishers give it. */
export type TagChoice = {
  tag: string;
  /** Another name to be shown. */
  label?: string;
  /** Shown first, in this order. */
  pinnedAt?: number;
  /** Its articles stay out of All, Unread and the lists of other tags. */
  isMuted?: true;
  /** Articles that publishers give this tag receive that one instead; it is none that is merged itself. */
  mergedInto?: string;
  /** Tags that look alike and are not to be offered for merging again. */
  notSameAs?: string[];
  /** How people are told of its news. Absent: as a group. */ alerts?: AlertMode;
};

export type View = "unread" | "all" | "starred" | "later";

/** What a list shows: a view, narrowed by at most one of tag and feed. */
export type Filter = { view: View; tag: string | null; feedId: string | null };
