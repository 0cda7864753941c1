import { expect, test } from "vitest";
import { prepareXml } from "../../../lib/feed/prepare.ts";
import { nextTag } from "../../../lib/feed/xml.ts";
import { keepNewest, rawDateOfXml } from "../../../lib/feed/newest.ts";

test("the newest stay, in the order they had", () => {
  expect(keepNewest(["2024-01-01", "2024-03-01", "2024-02-01"], 2, (date) => date)).toEqual([
    "2024-03-01",
    "2024-02-01",
  ]);
});

test("those without a date go first, the last of them before the first", () => {
  expect(keepNewest(["a", "2024-01-01", "b", "c"], 3, (date) => date)).toEqual(["a", "2024-01-01", "b"]);
});

test.each([
  ["<item><pubDate> Wed, 03 Jul 2024 10:00:00 GMT</pubDate></item>", "Wed, 03 Jul 2024 10:00:00 GMT"],
  ["<entry><atom:updated a='b'>2024-07-03T10:00:00Z</atom:updated></entry>", "2024-07-03T10:00:00Z"],
  ["<item><dc:date><![CDATA[2024-07-03]]></dc:date></item>", "2024-07-03"],
  ["<item><title>2024-07-03</title></item>", null],
])("the date of %j is found without parsing it", (xml, date) => {
  const item = { number: 0, xml, tags: 1, leaves: [] };
  expect(rawDateOfXml(item)).toBe(date);
  expect(prepared(xml).map(rawDateOfXml)).toEqual([date]);
});

function prepared(xml: string) {
  const [whole, format] = xml.startsWith("<entry")
    ? [`<feed>${xml}</feed>`, "atom" as const]
    : [`<rss>${xml}</rss>`, "rss" as const];
  const root = nextTag(whole, 0);
  if (root === null) throw new Error("the text has no tag");
  return prepareXml(whole, format, root).items;
}
