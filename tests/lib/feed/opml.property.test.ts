import fc from "fast-check";
import { expect, test } from "vitest";
import { readOpml, type OpmlFeed } from "../../../lib/feed/opml.ts";
import { cleanLine } from "../../../lib/feed/text.ts";
import { absoluteUrl, canonicalUrl } from "../../../lib/feed/url.ts";
import { writeOpml } from "../../../lib/feed/writeOpml.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const hostile = fc.constantFrom(
  ...[
    "<",
    ">",
    "&",
    '"',
    "'",
    "]]>",
    "<!--",
    "-->",
    "&amp;",
    "&lt;b&gt;",
    "&#39;",
    "<outline/>",
    "</body>",
    "<![CDATA[",
  ],
  ...[",", "/", "%2C", "%25", "%", "=", "xmlUrl=", "\\", "é", "日本", "👩‍👩‍👧", "א", "\u00a0", " ", "a", "Z", "0"],
);
const line = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc.array(hostile).map((pieces) => pieces.join("")),
  )
  // What Foldline holds as a title or tag went through this when it came in; characters that XML can't hold stay out.
  .map((text) => cleanLine(text.toWellFormed().replace(/[\uFFFE\uFFFF]/g, ""), 120))
  .filter((text) => text !== "" && cleanLine(text, 120) === text);
const url = fc
  .tuple(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.constantFrom("", "?a=1&b=2", "?q='\"<>"))
  .map(([base, query]) => absoluteUrl(base + query, null))
  .filter((made) => made !== null);
// A tag's slash comes first only in a path, and a folder's tag has none: see `canonicalTags`.
const tag = line.map((text) => text.replace(/^[/\s]+/, "").trim()).filter((text) => text !== "");
const feed: fc.Arbitrary<OpmlFeed> = fc.record({
  url,
  title: line,
  homeUrl: fc.option(url),
  tags: fc.uniqueArray(tag, { maxLength: 8 }),
});

test("what is written is read back equal, whatever the titles hold", () => {
  const feeds = fc.uniqueArray(feed, { selector: ({ url }) => canonicalUrl(url), maxLength: 12 });
  fc.assert(
    fc.property(
      feeds,
      line,
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
      (given, title, date) => {
        const written = writeOpml(given, { title, now: date.getTime() });
        expect(readOpml(bytesOf(written))).toEqual({ kind: "opml", title, feeds: given, skipped: [], isWhole: true });
      },
    ),
    { numRuns: 300 },
  );
});

test("no outline with an address is dropped without a word", () => {
  const address = fc.oneof(
    url,
    fc.constantFrom("javascript:alert(1)", "feed:x", "a b", "ftp://x.example", "https://u:p@x.example"),
  );
  const type = fc.constantFrom("rss", "RSS", "atom", "include", "link", "none", "HTML+XPath", "");
  const attribute = fc.constantFrom("xmlUrl", "xmlurl", "XMLURL", "htmlUrl");
  const outline = fc.record({ address, type, attribute, text: line, isOpen: fc.boolean(), closes: fc.nat(2) });
  fc.assert(
    fc.property(fc.array(outline), (outlines) => {
      const body = outlines.map(({ address, type, attribute, text, isOpen, closes }) => {
        const written = `<outline type="${type}" text="${escapeXml(text)}" ${attribute}="${escapeXml(address)}"`;
        return `${written}${isOpen ? ">" : "/>"}${"</outline>".repeat(closes)}`;
      });
      const opml = readOpml(bytesOf(`<opml><body>${body.join("")}</body></opml>`));
      if (opml.kind !== "opml") throw new Error(opml.reason);
      expect(opml.feeds.length + opml.skipped.length).toBe(outlines.length);
    }),
  );
});

test("any bytes end in a result", () => {
  const mixed = fc.array(
    fc.oneof(hostile, fc.constantFrom("<opml>", '<outline xmlUrl="', '" text="', "<outline ", "<title>", "<?xml")),
  );
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void readOpml(bytes)));
  fc.assert(
    fc.property(mixed, (pieces) => void readOpml(bytesOf(`<opml>${pieces.join("")}`))),
    { numRuns: 500 },
  );
});

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
