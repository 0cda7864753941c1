/** Every address that is written into the built extension, without scheme and closing slash, and why it is there. */
export const KNOWN_ADDRESSES: Record<string, string> = {
  ...of("a vocabulary by which a feed's elements are known, never fetched", [
    "channel.netscape.com/rdf/simple/0.9",
    "dublincore.org/documents/dcmi-namespace",
    "dublincore.org/documents/dcmi-terms",
    "dublincore.org/specifications/dublin-core/dcmi-terms",
    "opml.org/spec2.opml",
    "purl.org/atom/ns#",
    "purl.org/dc/elements/1.0",
    "purl.org/dc/elements/1.1",
    "purl.org/dc/terms",
    "purl.org/rss/1.0",
    "purl.org/rss/1.0/modules/content",
    "purl.org/rss/1.0/modules/syndication",
    "search.yahoo.com/mrss",
    "search.yahoo.com/searchmonkey/media",
    "source.scripting.com",
    "tools.search.yahoo.com/mrss",
    "video.search.yahoo.com/mrss",
    "www.itunes.com/dtds/podcast-1.0.dtd",
    "www.rssboard.org/media-rss",
    "www.w3.org/1999/02/22-rdf-syntax-ns#",
    "www.w3.org/2005/Atom",
  ]),
  ...of("a vocabulary of the browser, by which elements are made or judged", [
    "www.w3.org/1998/Math/MathML",
    "www.w3.org/1999/xhtml",
    "www.w3.org/2000/svg",
  ]),
  ...of("where more is said of a fault of Dexie or marked; a text that is shown", [
    "bit.ly/2kdckMn",
    "tinyurl.com/y2uuvskb",
    "github.com/markedjs/marked",
  ]),
  ...of("the beginning of an address that a person or a feed completes", ["", "*/*", "${}"]),
  ...of("a feed's address made of a page's, when a person adds a source by that page", [
    "${}.substack.com/feed",
    "${}.tumblr.com/rss",
    "${}/@${}.rss",
    "www.youtube.com/feeds/videos.xml?${}",
  ]),
  ...of("a link to what was embedded in a text, followed in a tab when a person clicks", [
    "vimeo.com/${}",
    "www.youtube.com/watch?v=${}",
  ]),
  ...of("the home site, a reserved name: its edition is packaged", ["news.foldline.example"]),
  ...of("what the field for an address shows while it is empty", ["example.com"]),
};

function of(why: string, addresses: string[]): Record<string, string> {
  return Object.fromEntries(addresses.map((address) => [address, why]));
}

/** As they stand in the table. What a template fills in is `${}`. */
export const addressesIn = (text: string): string[] =>
  [...text.matchAll(/\b(?:https?|wss?|ftp):\/\/((?:\$\{[^}]*\}?|[^\s"'`\\)<>{}])*)/g)].map(([, rest = ""]) =>
    rest.replace(/\$\{[^}]*\}?/g, "${}").replace(/[/.,;]+$/, ""),
  );
