import { expect, test } from "vitest";
import { NESTING_LEVELS } from "../../../lib/feed/limits.ts";
import { prepareXml } from "../../../lib/feed/prepare.ts";
import { nextTag } from "../../../lib/feed/xml.ts";

function prepare(xml: string) {
  const root = nextTag(xml, 0);
  if (root === null) throw new Error("the text has no tag");
  return prepareXml(xml, "rss", root);
}

const itemOf = (inner: string) =>
  prepare(`<rss><channel><item>${inner}</item></channel></rss>`).items[0]?.xml.replace(MARK, "");
/** Each item's number, so that what the parser makes of it can be told. */
const MARK = / xml:id="item-\d+"/;

test("a sound document is taken apart and otherwise left alone", () => {
  const items = ["<item><a>1</a></item>", "<item b='c'><a>2</a></item>"];
  const prepared = prepare(`<rss><channel><t/>${items.join("")}<u/></channel></rss>trailing`);
  expect(prepared.before).toBe("<rss><channel><t/>");
  expect(prepared.items.map((item) => item.xml)).toEqual([
    '<item xml:id="item-0"><a>1</a></item>',
    "<item b='c' xml:id=\"item-1\"><a>2</a></item>",
  ]);
  expect(prepared.after).toBe("<u/></channel></rss>");
  expect(prepared.parents.map((parent) => parent.name)).toEqual(["rss", "channel"]);
  expect(prepared.repairs).toEqual([]);
});

test("elements left open are closed where their parent ends", () => {
  expect(itemOf("<foo><b>x</foo><c>y")).toBe("<item><foo><b>x</b></foo><c>y</c></item>");
});

test("an end tag that ends nothing is dropped", () => {
  expect(itemOf("<a>x</a></b>y")).toBe("<item><a>x</a>y</item>");
});

test("HTML written into a text element without escaping is not touched", () => {
  const description = "<description><p>one<br>two</b><ul><li>three</description>";
  expect(itemOf(description)).toBe(`<item>${description}</item>`);
});

test("an item that never ends ends with its channel", () => {
  const { items } = prepare("<rss><channel><item><a>1</a></channel></rss>");
  expect(items[0]?.xml.replace(MARK, "")).toBe("<item><a>1</a></item>");
});

test("tags too deep lose their brackets, not their text", () => {
  const deep = itemOf(`${"<x>".repeat(100)}text${"</x>".repeat(100)}<a>after</a>`) ?? "";
  expect(deep.match(/<x>/g)).toHaveLength(NESTING_LEVELS - 3);
  expect(deep.match(/<\/x>/g)).toHaveLength(NESTING_LEVELS - 3);
  expect(deep).toContain("text");
  expect(deep).toContain("</x><a>after</a></item>");
});

test("a Markdown source is set aside to the letter", () => {
  const prepared = prepare(
    "<rss><channel><item><s:markdown><![CDATA[ <!-- </s:markdown> --> ]]></s:markdown></item></channel></rss>",
  );
  expect(prepared.items[0]?.xml.replace(MARK, "")).toBe("<item><s:markdown>0</s:markdown></item>");
  expect(prepared.markdown).toEqual(["<![CDATA[ <!-- </s:markdown> --> ]]>"]);
});
