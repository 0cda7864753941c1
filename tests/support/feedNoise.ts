import fc from "fast-check";

/** Arbitrary documents, from pure noise to what is nearly a feed. */

export const contentTypes = fc.constantFrom(
  ...[null, "", "text/xml", "application/feed+json; charset=utf-8", "text/html; charset=utf-16", "x; charset=utf-32"],
  ...["text/xml; charset=iso-8859-1", "text/xml; charset=koi8-r", "text/xml; charset=shift_jis", "x; charset=x-no"],
);

const NAMES = [
  ...[
    "rss",
    "channel",
    "item",
    "feed",
    "entry",
    "rdf:RDF",
    "items",
    "title",
    "link",
    "guid",
    "id",
    "pubDate",
    "author",
  ],
  ...["description", "content", "content:encoded", "summary", "source:markdown", "dc:date", "dc:creator", "category"],
  ...["media:content", "media:group", "itunes:image", "enclosure", "atom:link", "name", "image", "url", "ttl", "hour"],
  ...["html", "body", "p", "br", "img", "script", "noscript", "constructor", "__proto__", "prototype", "x:y", "b"],
];
const ATTRIBUTES = [
  ...['rel="alternate"', "href='/a'", 'xml:base="../b/"', 'type="xhtml"', 'type="html"', 'isPermaLink="false"', "a"],
  ...[
    'url="http://x.example/"',
    'xmlns="http://www.w3.org/2005/Atom"',
    'src="a.jpg"',
    'data-src="b"',
    'srcset="a 1w, b 2w"',
  ],
  ...['x="', "x='<'", 'version="2.0"', 'medium="image"', 'length="-1"', 'length="1e999"', '__proto__="x"'],
];
const TEXTS = [
  ...[
    "x",
    "&amp;",
    "&lt;b&gt;y&lt;/b&gt;",
    "&amp;lt;",
    "AT&amp;amp;T",
    "â€™",
    "Ã©",
    "\u202E",
    "😀",
    "<![CDATA[<p>z</p>]]>",
  ],
  ...["http://x.example/a", "//x.example", "javascript:x", "/rel", "2024-07-03", "Wed, 03 Jul 2024 10:15 EST", "99999"],
  ...["1e999", "NaN", "Infinity", "# *a* ![b](c)", "<img src=x>", "&lt;img data-src='y'&gt;", "a@b.example (c)", "-5"],
];
/** What upsets the reading of a document from here on. */
const UPSETS = [
  ...["", " ", "&", "&#0;", "&#x110000;", "&bogus;", "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>"],
  ...[
    "<!DOCTYPE a [<!ENTITY b SYSTEM 'c'>]>",
    "\u0000",
    "\uFFFF",
    "\uD800",
    "<p xml:base='a/'><a href='b'>",
    "</item>",
  ],
];

const text = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.constantFrom(...UPSETS) },
  { weight: 1, arbitrary: fc.string() },
);

const element = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    fc
      .record({
        name: fc.constantFrom(...NAMES),
        attributes: fc.array(fc.constantFrom(...ATTRIBUTES), { maxLength: 3 }),
        children: fc.array(tie("node"), { maxLength: 6 }),
        end: fc.constantFrom(...times(12, "whole"), "drop", "empty"),
      })
      .map(({ name, attributes, children, end }) => {
        const start = `<${[name, ...attributes].join(" ")}`;
        if (end === "empty") return `${start}/>`;
        return `${start}>${children.join("")}${end === "drop" ? "" : `</${name}>`}`;
      }),
  ),
})).node;

const FORMATS = [
  ["<rss version='2.0' xmlns:source='http://source.scripting.com/'><channel>", "item", "</channel></rss>"],
  ["<rss>", "item", "</rss>"],
  ["<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://x.example/b/'>", "entry", "</feed>"],
  ["<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", "item", "</rdf:RDF>"],
  ["", "item", ""],
] as const;

export const xmlLike = fc
  .tuple(fc.constantFrom(...FORMATS), fc.array(fc.array(element, { maxLength: 8 }), { maxLength: 6 }))
  .map(([[head, name, tail], items]) => {
    const written = items.map((item) => `<${name}><title>t</title>${item.join("")}</${name}>`);
    return head + written.join("") + tail;
  });

const KEYS = [
  ...["title", "id", "url", "content_html", "_markdown", "date_published"],
  ...["version", "title", "id", "url", "external_url", "home_page_url", "content_html", "content_text", "summary"],
  ...["date_published", "date_modified", "author", "name", "size_in_bytes", "image", "mime_type", "_markdown", "date"],
  ...["language", "next_url", "icon", "markdown", "__proto__", "constructor"],
];
const LISTS = ["tags", "authors", "attachments", "items", "_source"];

const json = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: "json" },
    fc.oneof({ weight: 5, arbitrary: text }, fc.double(), fc.integer(), fc.constantFrom(null, true, 1e308, -0)),
    fc.array(tie("value"), { maxLength: 4 }),
    tie("object"),
  ),
  object: fc
    .tuple(
      fc.array(fc.tuple(fc.constantFrom(...KEYS), tie("value")), { maxLength: 8 }),
      fc.array(fc.tuple(fc.constantFrom(...LISTS), fc.array(tie("value"), { maxLength: 3 })), { maxLength: 2 }),
    )
    .map(([plain, lists]) => Object.fromEntries([...plain, ...lists])),
}));

export const jsonLike = fc
  .tuple(
    fc.array(json.object, { maxLength: 5 }),
    json.object,
    fc.constantFrom("https://jsonfeed.org/version/1.1", "1.0", 1, null),
  )
  .map(([items, feed, version]) => JSON.stringify({ ...Object(feed), version, items }));

type Mutation = {
  kind: "flip" | "delete" | "repeat" | "splice" | "insert";
  at: number;
  length: number;
  noise: Uint8Array;
};

/** A real document with a few things done to it. Positions are fractions, so that they fit documents of any length. */
export function mutated(seeds: Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const mutation: fc.Arbitrary<Mutation> = fc.record({
    kind: fc.constantFrom("flip", "delete", "repeat", "splice", "insert"),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 300 }),
    noise: fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      text.map((value) => new TextEncoder().encode(value)),
    ),
  });
  return fc
    .tuple(fc.constantFrom(...seeds), fc.constantFrom(...seeds), fc.array(mutation, { minLength: 1, maxLength: 6 }))
    .map(([bytes, other, mutations]) => mutations.reduce((changed, each) => mutate(changed, other, each), bytes));
}

function mutate(bytes: Uint8Array, other: Uint8Array, { kind, at, length, noise }: Mutation): Uint8Array {
  const from = Math.floor(at * bytes.length);
  const head = bytes.subarray(0, from);
  const cut = bytes.subarray(from, from + length);
  const tail = bytes.subarray(from + length);
  switch (kind) {
    case "flip":
      return join(
        head,
        cut.map((byte, i) => byte ^ (noise[i % noise.length] ?? 1)),
        tail,
      );
    case "delete":
      return join(head, tail);
    case "repeat":
      return join(head, cut, cut, cut, tail);
    case "splice":
      return join(head, other.subarray(Math.floor(at * other.length)));
    case "insert":
      return join(head, noise, bytes.subarray(from));
  }
}

function join(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function times(count: number, text: "whole"): "whole"[] {
  return Array.from({ length: count }, () => text);
}
