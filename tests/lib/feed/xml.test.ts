import { expect, test } from "vitest";
import { nextTag } from "../../../lib/feed/xml.ts";

function names(xml: string): string[] {
  const found: string[] = [];
  for (let tag = nextTag(xml, 0); tag !== null; tag = nextTag(xml, tag.end)) {
    found.push((tag.isClosing ? "/" : "") + tag.name + (tag.isEmpty ? "/" : ""));
  }
  return found;
}

test("tags come in order, their names in lower case", () => {
  expect(names("<RSS><dc:Date a='1'>x</dc:Date><br/></RSS >")).toEqual(["rss", "dc:date", "/dc:date", "br/", "/rss"]);
});

test("comments, CDATA, instructions and declarations hold no tags", () => {
  expect(names('<?xml v="<a>"?><!DOCTYPE r [<!ENTITY e "<b>">] ><!-- <c> --><r><![CDATA[<d>]]></r>')).toEqual([
    "r",
    "/r",
  ]);
});

test("a > inside a quoted value does not end a tag", () => {
  expect(names(`<a t="x>y" u='<b>'><c>`)).toEqual(["a", "c"]);
});

test("a stray < or quote is text", () => {
  expect(names("a < b <1> <<c> <d e'> </> <f")).toEqual(["c", "d"]);
});

test("an instruction that is not closed as such ends at its >", () => {
  expect(names("<?xml:namespace prefix = o /><a>")).toEqual(["a"]);
  expect(names("<?x ".repeat(3) + "<a>")).toEqual([]);
});

test("what is never closed ends the search", () => {
  expect(names("<a><!-- <b>")).toEqual(["a"]);
  expect(names("<a><![CDATA[<b>")).toEqual(["a"]);
});

test.each(["<!a>", "<?a>"])("half a million times %s is passed over in a second", (text) => {
  const from = performance.now();
  expect(names(text.repeat(500_000))).toEqual([]);
  expect(performance.now() - from).toBeLessThan(1000);
});
