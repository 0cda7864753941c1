import { expect, test } from "vitest";
import { readFeed } from "../../../lib/feed/read.ts";
import { plainAfter, xhtmlAfter } from "../../../lib/feed/textAside.ts";
import { nextTag } from "../../../lib/feed/xml.ts";

function textAside(xml: string): string | null {
  const tag = nextTag(xml, 0);
  if (tag === null) throw new Error("the text has no tag");
  const aside = (xml.startsWith('<content type="xhtml"') ? xhtmlAfter : plainAfter)(xml, tag);
  if (aside !== null) expect(xml.slice(aside.end)).toMatch(/^\s*<\//);
  return aside?.text ?? null;
}

const DIV = '<div xmlns="http://www.w3.org/1999/xhtml">';
const xhtml = (inner: string) => `<content type="xhtml">${inner}</content>`;

test.each([
  ["<description>\n <![CDATA[ <p>a <!-- b --> &amp; c</p> ]]> </description>", "<p>a <!-- b --> &amp; c</p>"],
  ["<DESCRIPTION><![CDATA[a]]></Description >", "a"],
  ["<summary> a &lt;b&gt; &quot;c&quot; &apos;d&apos; &amp;lt; </summary>", "a <b> \"c\" 'd' &lt;"],
  [xhtml(` ${DIV} <p>a</p><div>b<div/></div> </div> `), "<p>a</p><div>b<div/></div>"],
])("%j needs no parser", (xml, text) => {
  expect(textAside(xml)).toBe(text);
});

test.each([
  "<description></description>",
  "<description><![CDATA[  ]]></description>",
  "<description><![CDATA[a]]> b</description>",
  "<description><![CDATA[a]]><![CDATA[b]]></description>",
  "<description><![CDATA[a",
  "<description><![CDATA[a]]></item>",
  "<description>a</item>",
  "<description>a <b>c</b></description>",
  "<description>a &#8217; &nbsp; b</description>",
  "<description>AT&T</description>",
  xhtml("<p>a</p>"),
  xhtml(`${DIV}a</div>${DIV}b</div>`),
  xhtml(`${DIV}a</div><div>b</div>`),
  xhtml(`${DIV}a</div>b`),
  xhtml(`${DIV}<![CDATA[a]]></div>`),
  xhtml("<![CDATA[a]]>"),
  `<content type="xhtml">${DIV}a</div></entry><entry><content type="xhtml">${DIV}b</div></content>`,
  '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml" xml:base="b/">a</div></content>',
])("%j is left to the parser", (xml) => {
  expect(textAside(xml)).toBeNull();
});

test.each(["<![CDATA[<p>a</p>]]>", "a &lt;b&gt;c&lt;/b&gt; &amp;amp; d", `${DIV}<p>a &amp; b</p></div>`])(
  "%j is read as the parser would read it",
  (text) => {
    const type = text.startsWith("<div") ? "xhtml" : "html";
    const read = (content: string) =>
      readFeed(
        new TextEncoder().encode(
          `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><content type="${type}">${content}</content></entry></feed>`,
        ),
        { url: "https://x.example/", now: 0 },
      );
    // A comment beside it and a space more in its tag mean nothing, and are not plain.
    const other = type === "html" ? `${text}<!-- -->` : text.replace("<div ", "<div  ");
    expect(read(text)).toEqual(read(other));
    expect(read(text)).toMatchObject({ items: [{ body: { format: "html" } }] });
  },
);
