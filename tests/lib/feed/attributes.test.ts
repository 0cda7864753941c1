import { expect, test } from "vitest";
import { attributesOf } from "../../../lib/feed/attributes.ts";

test.each([
  [`<a b="1" c='2'/>`, { b: "1", c: "2" }],
  [`<a B="1" b="2">`, { b: "1" }],
  [`<a b = "1"\n\tc= '2'>`, { b: "1", c: "2" }],
  [`<a b="1"c="2">`, { b: "1", c: "2" }],
  [`<a b=1 c=x/y d>`, { b: "1", c: "x/y", d: "" }],
  [`<a b="x > y 'z' = /" c='"'>`, { b: "x > y 'z' = /", c: '"' }],
  [`<a b="&amp;&lt;">`, { b: "&amp;&lt;" }],
  [`<a ns:b="1" __proto__="2">`, { "ns:b": "1", ["__proto__"]: "2" }],
  [`<a b="cut`, { b: "", cut: "" }],
  [`<a>`, {}],
  [`</a>`, {}],
])("%s", (tag, expected) => {
  expect([...attributesOf(tag)]).toEqual(Object.entries(expected));
});

test("a tag of two million characters is read in a second", () => {
  const hostile = ["a", " ", "=", '"', "a=", 'a="', "a ='", "/", " / "];
  const from = performance.now();
  for (const piece of hostile) attributesOf(`<a ${piece.repeat(2_000_000 / piece.length)}`);
  expect(performance.now() - from).toBeLessThan(1000 * hostile.length);
});
