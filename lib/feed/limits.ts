/** Every cap on what the world may send us, in one place. Each is enforced where its comment says. */

/** One fetch, headers and body. Below the 30 s after which a browser ends a worker without a word. (fetch) */
export const FETCH_TIMEOUT_MS = 20_000;
/** Decoded bytes of a feed or page; the fetch stops reading there. (fetch) */
export const DOCUMENT_BYTES = 10 * 1024 * 1024;
/** Decoded bytes of one picture. (image fetch) */
export const IMAGE_BYTES = 5 * 1024 * 1024;
/** Width × height a picture's own header may claim before it is decoded. (image fetch) */
export const IMAGE_PIXELS = 40e6;

/** Items kept of one document, newest first. (before parsing: tiny items are the dearest attack) */
export const ITEMS_KEPT = 5_000;
/** Levels of nested tags; deeper tags lose their brackets, not their text. (repair) */
export const NESTING_LEVELS = 64;
/** Tags of one item, or of all that stands between items; an item with more is dropped. (prepare) */
export const ITEM_TAGS = 50_000;
/** Elements of an item that are read without the parser; it reads those that come after. (prepare) */
export const ITEM_LEAVES = 128;
/** Tags of all items; those that come after are dropped. (before parsing) */
export const DOCUMENT_TAGS = 300_000;
/** UTF-16 units of text that is a name or a few words; a longer one is none. (prepare) */
export const SHORT_TEXT_LENGTH = 16_384;
/** Elements that hold a name or a few words, and those that hold nothing but elements. */
export const SHORT_NAMES = new Set(
  "author creator name email keywords category subject item entry channel feed rss rdf".split(" "),
);
/** Levels of arrays and objects in JSON; a deeper text is malformed. (before parsing: each level costs 70 bytes) */
export const JSON_LEVELS = 512;
/** Attributes of one tag; the rest are dropped. (repair) */
export const TAG_ATTRIBUTES = 256;

/** In graphemes, as people count. (text) */
export const TITLE_LENGTH = 300;
export const SUMMARY_LENGTH = 300;
export const NAME_LENGTH = 120;
/** UTF-16 units; longer addresses are not addresses. (url) */
export const URL_LENGTH = 4_096;
/** A longer guid is kept as its hash. (identity) */
export const GUID_LENGTH = 2_048;
/** Of each kind, per item; of labels also per feed of a list. (normalize, opml) */
export const AUTHORS_KEPT = 20;
export const CATEGORIES_KEPT = 64;
export const ENCLOSURES_KEPT = 32;
/** Feeds listed from a web page. (discover) */
export const CANDIDATES_KEPT = 32;

/** Bytes of a list of feeds. (opml) */
export const OPML_BYTES = 2 * 1024 * 1024;
/** Feeds taken from one list; the rest are reported. (opml) */
export const OPML_FEEDS = 2_000;
/** Folders, from the outside in, that become tags of the feeds inside them. (opml) */
export const OPML_LEVELS = 20;

/** UTF-16 units of what an article said before; of a longer text its words alone are kept, as far as they fit. (revisions) */
export const REVISION_LENGTH = 128 * 1024;
