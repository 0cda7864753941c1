import { expect, test } from "vitest";
import { resolveNames } from "../../../lib/feed/namedCharacters.ts";

const resolved = (root: string, prolog: string) => resolveNames(prolog + root, prolog.length).slice(prolog.length);

test("what a document's own DOCTYPE names is resolved, once", () => {
  const prolog = `<!DOCTYPE rss [<!ENTITY co "Harbour &amp; Sons"><!ENTITY city 'Lund'><!ENTITY it "&#8217;s">]>`;
  expect(resolved("<t>&city;&it; &co; &amp;</t>", prolog)).toBe("<t>Lund&#8217;s &co; &amp;</t>");
});

test("markup and files are no names of characters", () => {
  const prolog = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "<b>y</b>"><!ENTITY % z "z">]>`;
  expect(resolved("<t>&x;&y;&z;</t>", prolog)).toBe("<t>&x;&y;&z;</t>");
});

test("what stands before the root is left alone", () => {
  const prolog = `<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>`;
  expect(resolveNames(`${prolog}<t/>`, prolog.length)).toBe(`${prolog}<t/>`);
});

test("a long value named often adds a bounded text", () => {
  const prolog = `<!DOCTYPE rss [<!ENTITY a "${"a".repeat(1000)}">]>`;
  expect(resolved("&a;".repeat(100_000), prolog).length).toBeLessThan(400_000);
});

test("angle brackets keep the meaning that XHTML gave them", () => {
  expect(resolved("&lang;x&rang;", "")).toBe("\u2329x\u232A");
  expect(resolved("<![CDATA[&lang;]]>&lang;<![CDATA[&lang;", "")).toBe("<![CDATA[&lang;]]>\u2329<![CDATA[&lang;");
});

test("a document without names of its own is the very same text", () => {
  expect(resolved("<t>&amp; &eacute;</t>", "")).toBe("<t>&amp; &eacute;</t>");
});
