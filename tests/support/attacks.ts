/** Documents of up to 10 MB that were made to cost their reader dear, by what they do. */
export const attacks: [what: string, make: () => string][] = [
  ["tiny items", () => rss(times(300_000, "<item><a>x</a></item>"))],
  ["tiny items with guids", () => rss(numbered(250_000, (i) => `<item><guid>${i}</guid></item>`))],
  ["hollow items", () => rss(times(500_000, "<item></item>"))],
  ["empty items", () => rss(times(1_000_000, "<item/>"))],
  ["tiny entries", () => atom(numbered(200_000, (i) => `<entry><id>${i}</id></entry>`))],
  ["tiny RDF items and their table", () => rdf(100_000)],
  ["items in items", () => rss(times(500_000, "<item>"))],
  [
    "namespace declarations",
    () => `<rss ${declarations(200_000)}><channel><item><guid>1</guid></item></channel></rss>`,
  ],
  ["namespace declarations of an item", () => rss(`<item ${declarations(200_000)}><guid>1</guid></item>`)],
  [
    "a namespace declaration on each element",
    () => rss(`<item>${numbered(150_000, (i) => `<a xmlns:p${i}="u${i}"/>`)}<guid>1</guid></item>`),
  ],
  ["attributes", () => rss(`<item><enclosure${numbered(500_000, (i) => ` a${i}="x"`)}/></item>`)],
  ["an attribute of 10 MB", () => rss(`<item><enclosure url="${fill("a")}"/></item>`)],
  ["an attribute that never ends", () => rss(`<item><enclosure url="${fill("a ")}`)],
  ["many attributes that never end", () => rss(fill('<a b="'))],
  ["deep nesting", () => rss(`<item>${times(500_000, "<a>")}x${times(500_000, "</a>")}</item>`)],
  ["deep nesting between items", () => rss(times(1_000_000, "<a>"))],
  [
    "deep nesting in a description",
    () => rss(`<item><description>${times(500_000, "<b>")}${times(500_000, "</b>")}</description></item>`),
  ],
  [
    "deep nesting in XHTML with bases",
    () =>
      atom(
        `<entry><content type="xhtml"><div>${times(200_000, '<p xml:base="a/">')}${times(200_000, "</p>")}</div></content></entry>`,
      ),
  ],
  [
    "XHTML that never ends",
    () => atom(fill('<entry><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"></entry>')),
  ],
  ["plain elements", () => rss(`<item>${fill("<category>a</category>")}</item>`)],
  ["items of plain elements", () => rss(fill("<item><guid>1</guid><category>a</category></item>"))],
  ["end tags", () => rss(`<item>${fill("</a>")}</item>`)],
  ["end tags that end nothing of much", () => rss(`<item>${times(60, "<a>")}${fill("</b>")}</item>`)],
  ["an unclosed CDATA section", () => rss(`<item><description><![CDATA[${fill("x")}`)],
  ["unclosed CDATA sections", () => rss(`<item><description>${fill("<![CDATA[")}`)],
  ["CDATA sections", () => rss(`<item><description>${fill("<![CDATA[x]]>")}</description></item>`)],
  ["unclosed comments", () => rss(`<item><description>${fill("<!--")}`)],
  ["comments", () => rss(`<item><description>${fill("<!--x-->")}</description></item>`)],
  ["unclosed instructions", () => rss(fill("<?"))],
  ["unclosed declarations", () => rss(fill("<!"))],
  ["declarations with unclosed subsets", () => rss(fill("<!D[>"))],
  ["a prolog of declarations", () => `${fill("<!D a [b")}<rss/>`],
  ["junk before the root", () => `${fill("<br>")}<rss/>`],
  ["nothing but <", () => fill("<", 5e6)],
  ["< in a title", () => rss(`<item><title>${fill("<", 5e6)}</title></item>`)],
  ["escaped < in a description", () => rss(`<item><description>${fill("&lt;")}</description></item>`)],
  ["tag beginnings in a description", () => rss(`<item><description>${fill("&lt;a ")}</description></item>`)],
  ["nothing but &", () => fill("&", 5e6)],
  ["& in a title", () => rss(`<item><title>${fill("&", 5e6)}</title></item>`)],
  ["references in a title", () => rss(`<item><title>${fill("&amp;amp;")}</title></item>`)],
  ["references in a description", () => rss(`<item><description>${fill("&amp;#8217;")}</description></item>`)],
  ["references without end", () => rss(`<item><description>${fill("&amp;#1111111111")}</description></item>`)],
  ["numbers of all characters", () => rss(`<item><title>${numbered(1_000_000, (i) => `&#${i + 32};`)}</title></item>`)],
  ["a billion laughs", billionLaughs],
  [
    "a quadratic blow-up",
    () =>
      `<!DOCTYPE rss [<!ENTITY a "${fill("a", 60_000)}">]>${rss(`<item><title>${fill("&a;", 3e6)}</title></item>`)}`,
  ],
  [
    "declared entities",
    () => `<!DOCTYPE rss [${numbered(250_000, (i) => `<!ENTITY e${i} "x">`)}]>${rss("<item><guid>1</guid></item>")}`,
  ],
  [
    "an external entity",
    () => `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss("<item><title>&x;</title></item>")}`,
  ],
  ["reserved tag names", () => rss(`<item>${fill("<__proto__><constructor/></__proto__>", 2e6)}<guid>1</guid></item>`)],
  ["a title of 10 MB", () => rss(`<item><title>${fill("word ")}</title></item>`)],
  ["a title of one word", () => rss(`<item><title>${fill("a")}</title></item>`)],
  ["a title of stacked marks", () => rss(`<item><title>e${fill("\u0301", 5e6)}</title></item>`)],
  ["a title of families", () => rss(`<item><title>${fill("👨\u200D")}</title></item>`)],
  ["a title of mojibake", () => rss(`<item><title>${fill("â€™")}</title></item>`)],
  ["titles of mojibake", () => rss(times(5_000, `<item><title>${times(200, "Ã©x")}</title></item>`))],
  [
    "a guid, a link and a date of 3 MB each",
    () =>
      rss(
        `<item><guid>${fill("1", 3e6)}</guid><link>${fill("a", 3e6)}</link><pubDate>${fill("1 ", 3e6)}</pubDate></item>`,
      ),
  ],
  ["an author of 10 MB", () => rss(`<item><guid>1</guid><author>${fill("a@")}</author></item>`)],
  [
    "authors",
    () =>
      atom(
        `<entry><id>1</id>${numbered(49_000, (i) => `<author><name>a@b (${i})</name></author>`).slice(0, 9e6)}</entry>`,
      ),
  ],
  ["categories", () => rss(`<item><guid>1</guid>${numbered(49_000, (i) => `<category>${i}</category>`)}</item>`)],
  [
    "keywords",
    () =>
      rss(
        `<item xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><guid>1</guid><itunes:keywords>${fill("a,")}</itunes:keywords></item>`,
      ),
  ],
  ["a body of tags", () => rss(`<item><description><![CDATA[${fill("<b>x</b>")}]]></description></item>`)],
  ["a body of one text", () => rss(`<item><description><![CDATA[${fill("x ")}]]></description></item>`)],
  ["a body of hidden text", () => rss(`<item><description><![CDATA[${fill("<script>")}]]></description></item>`)],
  [
    "bodies of pictures",
    () =>
      rss(
        times(
          1_000,
          `<item><description><![CDATA[${times(150, '<img src="a.jpg" data-src="data:x">')}]]></description></item>`,
        ),
      ),
  ],
  [
    "a body of pictures",
    () =>
      rss(
        `<item><description><![CDATA[${numbered(400_000, (i) => `<img src="${i}.jpg">`)}]]></description><enclosure type="image/png" url="https://x.example/"/></item>`,
      ),
  ],
  [
    "a picture of many sizes",
    () =>
      rss(
        `<item><description><![CDATA[<img srcset="${numbered(400_000, (i) => `${i}.jpg ${i}w, `)}">]]></description></item>`,
      ),
  ],
  [
    "a picture of many commas",
    () => rss(`<item><description><![CDATA[<img srcset="${fill(",", 9e6)}">]]></description></item>`),
  ],
  [
    "sources of a picture",
    () =>
      rss(
        `<item><description><![CDATA[<picture>${times(20_000, '<source srcset="a 1w">')}<img>]]></description></item>`,
      ),
  ],
  ["Markdown of emphasis", () => markdown(fill("_a*"))],
  ["Markdown of brackets", () => markdown(fill("!["))],
  ["Markdown of links", () => markdown(fill("[](("))],
  ["Markdown of pictures without end", () => markdown(fill("![](((a"))],
  ["Markdown of headings", () => markdown(fill("# \n"))],
  ["Markdown elements", () => rss(fill("<item><s:markdown>x</s:markdown></item>"))],
  ["Markdown that never ends", () => rss(times(200_000, "<item><s:markdown>x</item>"))],
  ["items of JSON", () => json(numbered(300_000, (i) => `{"id":${i}}`))],
  ["deep JSON", () => fill("[")],
  ["a deep JSON item", () => json(`${times(100_000, '{"a":')}1${times(100_000, "}")}`)],
  ["JSON with reserved names", () => json(times(200_000, '{"__proto__":{"id":1},"constructor":2}'))],
  ["JSON lists", () => json(`{"id":1,"tags":[${times(1_000_000, '"a",')}"b"],"authors":[${times(500_000, "{},")}{}]}`)],
  ["a JSON text of 10 MB", () => json(`{"id":1,"title":"${fill("a ", 4e6)}","content_html":"${fill("<b>", 4e6)}"}`)],
  ["a web page of links", () => `<html>${fill('<link rel="alternate" type="application/rss+xml" href="/a">')}`],
  ["a web page of unfinished tags", () => `<html>${fill("<a ")}`],
  ["a web page of text", () => `<html>${fill("x ")}`],
  ["an element of another name", () => fill("<a>x</a>")],
];

function rss(inner: string): string {
  return `<rss version="2.0"><channel><title>t</title>${inner}</channel></rss>`;
}

function atom(inner: string): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>${inner}</feed>`;
}

function rdf(count: number): string {
  const table = numbered(count, (i) => `<rdf:li rdf:resource="${i}"/>`);
  const items = numbered(count, (i) => `<item rdf:about="${i}"><title>x</title></item>`);
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><items><rdf:Seq>${table}</rdf:Seq></items></channel>${items}</rdf:RDF>`;
}

function json(items: string): string {
  const list = items.replaceAll("}{", "},{");
  return `{"version":"https://jsonfeed.org/version/1.1","items":[${list}]}`;
}

function markdown(source: string): string {
  return rss(`<item xmlns:s="http://source.scripting.com/"><s:markdown><![CDATA[${source}]]></s:markdown></item>`);
}

function billionLaughs(): string {
  const lines = numbered(20, (i) => `<!ENTITY a${i + 1} "${times(10, `&a${i};`)}">`);
  return `<!DOCTYPE rss [<!ENTITY a0 "ha">${lines}]>${rss("<item><title>&a20;</title></item>")}`;
}

function times(count: number, text: string): string {
  return text.repeat(count);
}

function numbered(count: number, each: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => each(i)).join("");
}

/** As often as fits into a document, in bytes of UTF-8. */
function fill(text: string, bytes = 9_900_000): string {
  return text.repeat(Math.floor(bytes / new TextEncoder().encode(text).length));
}

function declarations(count: number): string {
  return numbered(count, (i) => `xmlns:a${i}="u${i}" `);
}
