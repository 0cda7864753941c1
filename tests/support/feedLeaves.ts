import fc from "fast-check";

/** Feeds whose items are random mixes of the elements that can be read without the parser, and of what looks like them. */

type Format = { start: string; end: string; item: string; names: string[] };

const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
const CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"';
/** Names that are not what they seem, and others that are the same by another prefix. */
const ODD = [
  ...[
    'xmlns:dc="http://search.yahoo.com/mrss/"',
    'xmlns:content="urn:x"',
    'xmlns:d="http://purl.org/dc/elements/1.1/"',
  ],
  ...['xmlns:a="http://www.w3.org/2005/Atom"', 'xmlns:c="http://purl.org/rss/1.0/modules/content/"', 'xmlns:x="urn:x"'],
];
const MODULES = ["dc:creator", "dc:date", "dc:subject", "dc:title", "d:creator", "d:date", "media:title", "x:y"];
const RSS = ["title", "link", "description", "content:encoded", "c:encoded", "body", "summary", "dc:author"];

const FORMATS: Format[] = [
  {
    start: `<rss version="2.0" ${DC} ${CONTENT} @><channel>`,
    end: "</channel></rss>",
    item: "item",
    names: [...RSS, ...MODULES, "guid", "pubDate", "comments", "category", "itunes:category", "author", "atom:id"],
  },
  {
    start: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${DC} ${CONTENT} @>`,
    end: "</rdf:RDF>",
    item: "item",
    names: [...RSS, ...MODULES],
  },
  {
    start: `<feed xmlns="http://www.w3.org/2005/Atom" ${DC} @><author><name>Who</name></author>`,
    end: "</feed>",
    item: "entry",
    names: [...["title", "summary", "content", "id", "published", "updated", "issued", "modified"], ...MODULES].concat(
      ...["link", "category", "author", "a:title", "a:updated"],
    ),
  },
];

const ATTRIBUTES = [
  ...['type="html"', "type='text'", 'type="xhtml"', 'type="text/plain"', 'type=" HTML "', 'type=""', "type=html"],
  ...[
    'xml:base="../b/"',
    'xml:lang="de"',
    'isPermaLink="false"',
    'ispermalink=" TRUE "',
    'domain="d"',
    'href="/a?b&amp;c"',
  ],
  ...[
    'HREF="/b"',
    'href="&#47;c"',
    'rel="alternate"',
    'rel="enclosure"',
    'rel=""',
    'term="t &lt; u"',
    'label="l"',
    "x",
  ],
  ...['length="5"', 'title="a > b"', 'text="T"', 'xmlns:dc="http://purl.org/dc/elements/1.1/"'],
];
const DIV = '<div xmlns="http://www.w3.org/1999/xhtml">';
const TEXTS = [
  ...[
    "a",
    " b\n",
    "",
    " ",
    "c &amp; d",
    "&lt;p&gt;e&lt;/p&gt;",
    "&amp;lt;f&gt;",
    "&#8217;",
    "g&nbsp;h",
    "AT&T",
    "&apos;i&quot;",
  ],
  ...[
    "<![CDATA[<p>j &amp; k</p>]]>",
    " <![CDATA[ l ]]>\n",
    "<![CDATA[]]>",
    "m<![CDATA[n]]>",
    "<![CDATA[o]]><![CDATA[p]]>",
  ],
  ...[
    "<!-- q -->r",
    "s<!-- t -->",
    "<b>u</b>",
    "v<br/>w",
    "v<br>w",
    `${DIV}<p>x</p></div>`,
    `${DIV}y</div>${DIV}z</div>`,
  ],
  ...[
    "<?a b?>c",
    "2024-07-03",
    "Wed, 03 Jul 2024 10:15:00 GMT",
    "2024-07-03T10:15:00Z",
    "https://x.example/d",
    "<name>e</name>",
  ],
];

const element = (names: string[]): fc.Arbitrary<string> =>
  fc
    .record({
      name: fc.constantFrom(...names).chain((name) => fc.constantFrom(name, name, name, name, name.toUpperCase())),
      attributes: fc
        .array(fc.constantFrom(...ATTRIBUTES), { maxLength: 2 })
        .map((list) => list.map((each) => ` ${each}`)),
      text: fc.constantFrom(...TEXTS),
      how: fc.constantFrom(
        "plain",
        "plain",
        "plain",
        "plain",
        "bare",
        "bare",
        "bare",
        "empty",
        "spaced",
        "open",
        "comment",
      ),
    })
    .map(({ name, attributes, text, how }) => written(how, { name, attributes: attributes.join(""), text }));

function written(how: string, { name, attributes, text }: { name: string; attributes: string; text: string }): string {
  if (how === "empty") return `<${name}${attributes} />`;
  if (how === "spaced") return `\n<${name}${attributes} >${text}</${name} >\n`;
  if (how === "open") return `<${name}${attributes}>${text}`;
  if (how === "comment") return `<!-- <${name}>x</${name}> -->`;
  return `<${name}${how === "bare" ? "" : attributes}>${text}</${name}>`;
}

const itemOf = ({ item, names }: Format): fc.Arbitrary<string> =>
  fc
    .record({
      attributes: fc.constantFrom(
        "",
        "",
        "",
        "",
        ' xml:id="item-0"',
        " xml:lang='fr'",
        ' rdf:about="/x"',
        " xmlns:d='urn:d'",
      ),
      inner: fc.array(element(names), { maxLength: 7 }),
    })
    .map(({ attributes, inner }) => `<${item}${attributes}>${inner.join("")}</${item}>`);

export const feedOfLeaves: fc.Arbitrary<string> = fc.constantFrom(...FORMATS).chain((format) =>
  fc
    .record({
      odd: fc.constantFrom("", "", "", "", ...ODD),
      items: fc.array(itemOf(format), { minLength: 1, maxLength: 3 }),
    })
    .map(({ odd, items }) => format.start.replace("@", odd) + items.join("\n") + format.end),
);
