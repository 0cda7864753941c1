import * as fc from "fast-check";
import { expect, test } from "vitest";
import { absoluteUrl, canonicalUrl, isSameSite, isWrittenOut, secureFirst } from "../../../lib/feed/url.ts";

const BASE = "https://x.example/a/b";

test.each([
  ["c", "https://x.example/a/c"],
  [" /c \n", "https://x.example/c"],
  ["//y.example/c", "https://y.example/c"],
  ["?q", "https://x.example/a/b?q"],
  ["HTTP://Y.example:80/ü", "http://y.example/%C3%BC"],
])("%j is an address", (raw, url) => {
  expect(absoluteUrl(raw, BASE)).toBe(url);
});

test.each([
  "",
  " ",
  "javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "blob:https://x/1",
])("%j is none", (raw) => {
  expect(absoluteUrl(raw, BASE)).toBeNull();
});

test.each([
  "chrome://x",
  "mailto:a@b",
  "https://u:p@x.example/",
  "https://u@x.example/",
  "http://",
  `/${"a".repeat(5000)}`,
  "intent:x",
])("%j is none either", (raw) => {
  expect(absoluteUrl(raw, BASE)).toBeNull();
});

test("an address that is written out is what the URL parser makes of it", () => {
  const piece = fc.constantFrom(
    ..."a0.-_~%2e/:@?#&=+,;!$()*'|^ Xé",
    "..",
    "www.",
    "x.example",
    "%2E",
    "xn--a",
    "1.2.3.4",
  );
  const rest = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  const url = fc.tuple(fc.constantFrom("https://x.example/", "http://www.a-b.co.uk/p/", "https://"), rest);
  const taken = fc
    .sample(url, { numRuns: 20_000, seed: 1 })
    .map((parts) => parts.join(""))
    .filter(isWrittenOut);
  expect(taken.length).toBeGreaterThan(1000);
  expect(taken.map((written) => URL.parse(written)?.href)).toEqual(taken);
});

test("without a base only a whole address will do", () => {
  expect(absoluteUrl("c", null)).toBeNull();
  expect(absoluteUrl("https://x.example", null)).toBe("https://x.example/");
});

test.each([
  ["http://x.example/a", "https://x.example/a/"],
  ["https://X.example:443/a#part", "https://x.example/a"],
  ["https://x.example/a?utm_source=feed&UTM_medium=x", "https://x.example/a"],
  ["https://bücher.example/", "https://xn--bcher-kva.example"],
  ["http://x.example:80/", "https://x.example"],
])("%j and %j are one address", (a, b) => {
  expect(canonicalUrl(a)).toBe(canonicalUrl(b));
});

test.each([
  ["https://x.example/a?id=1", "https://x.example/a?id=2"],
  ["https://x.example/A", "https://x.example/a"],
  ["https://x.example:8080/", "https://x.example/"],
  ["https://x.example/a", "https://www.x.example/a"],
])("%j and %j are two", (a, b) => {
  expect(canonicalUrl(a)).not.toBe(canonicalUrl(b));
});

test("what is no address is compared as it is", () => {
  expect(canonicalUrl(" tag:x,1 ")).toBe("tag:x,1");
});

test.each([
  ["http://a.example/feed", ["https://a.example/feed", "http://a.example/feed"]],
  ["http://a.example:8080/", ["http://a.example:8080/"]],
  ["https://a.example/", ["https://a.example/"]],
])("%s is asked for at %j", (url, urls) => {
  expect(secureFirst(url)).toEqual(urls);
});

test.each([
  ["https://a.example/x", "http://www.a.example:8080/y", true],
  ["https://a.example/", "https://feeds.a.example/", true],
  ["https://blog.a.example/", "https://a.example/", true],
  ["https://a.example/", "https://nota.example/", false],
  ["https://a.example/", "https://b.example/", false],
])("%s and %s are of one site: %s", (one, other, isOne) => {
  expect(isSameSite(one, other)).toBe(isOne);
});
