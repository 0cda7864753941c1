// @vitest-environment jsdom
import { afterEach, describe, expect, test } from "vitest";
import { NOTE_LINK, markNotes, noteOf } from "../../../lib/view/notes.ts";
import { sanitize } from "../../../lib/view/sanitize.ts";

afterEach(() => document.body.replaceChildren());

const BASE = "https://site.example/2026/story";

/** The text as it is shown. */
function show(html: string): void {
  const fragment = sanitize(html, BASE);
  markNotes(fragment);
  document.body.replaceChildren(fragment);
}

const references = (): string[] => [...document.querySelectorAll(NOTE_LINK)].map((link) => link.textContent);

/** The words of the note that the reference leads to, null where it has none. */
function opened(reference: string): string | null {
  const link = [...document.querySelectorAll(NOTE_LINK)].find((each) => each.textContent === reference);
  const words = link && noteOf(link);
  const box = document.createElement("div");
  if (words) box.append(words);
  return words ? box.innerHTML.trim() : null;
}

describe("a reference opens its note, without the way back", () => {
  test.each([
    [
      "Markdown",
      '<p>A<sup><a id="fnref-1" href="#fn-1">1</a></sup></p><hr><section><ol><li id="fn-1"><p>Words. <a href="#fnref-1">↩</a> <a href="#fnref-1-2">↩</a></p></li></ol></section>',
      "<p>Words.  </p>",
    ],
    [
      "Ghost and markdown-it",
      '<p>A<sup class="footnote-ref"><a href="#fn1" id="fnref1">1</a></sup></p><section class="footnotes"><ol class="footnotes-list"><li id="fn1" class="footnote-item"><p>Words. <a href="#fnref1" class="footnote-backref">↩︎</a></p></li></ol></section>',
      "<p>Words. </p>",
    ],
    [
      "WordPress",
      '<p>A<sup data-fn="0f1" class="fn"><a href="#0f1-77" id="0f1-77-link">1</a></sup></p><ol class="wp-block-footnotes"><li id="0f1-77">Words. <a href="#0f1-77-link" aria-label="Jump">↩︎</a></li></ol>',
      "Words.",
    ],
    [
      "Substack",
      `<p>A<a class="footnote-anchor" id="footnote-anchor-1" href="${BASE}#footnote-1" target="_self">1</a></p><div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>Words.</p></div></div>`,
      "<div><p>Words.</p></div>",
    ],
    [
      "Word",
      '<p>A<a href="#_ftn1" name="_ftnref1">1</a></p><div><p><a href="#_ftnref1" name="_ftn1">[1]</a> Words.</p></div>',
      "<p>Words.</p>",
    ],
    [
      "AsciiDoc",
      '<p>A<sup>[<a id="_footnoteref_1" href="#_footnotedef_1">1</a>]</sup></p><div id="_footnotedef_1"><a href="#_footnoteref_1">1</a>. Words.</div>',
      "Words.",
    ],
    [
      "a wiki",
      '<p>A<sup id="cite_ref-1"><a href="#cite_note-1">1</a></sup></p><ol><li id="cite_note-1"><span><b><a href="#cite_ref-1">^</a></b></span> <span>Words.</span></li></ol>',
      "<span>Words.</span>",
    ],
    [
      "a book",
      '<p>A<a epub:type="noteref" role="doc-noteref" href="#n1">1</a></p><aside epub:type="footnote" role="doc-footnote" id="n1"><p>Words.</p></aside>',
      "<p>Words.</p>",
    ],
    ["a definition list", '<p>A<a href="#d">1</a></p><dl><dt id="d">1</dt><dd>Words.</dd></dl>', "Words."],
  ])("%s", (_what, html, expected) => {
    show(html);
    expect(references()).toEqual(["1"]);
    expect(opened("1")).toBe(expected);
  });

  test.each(["[2]", "*", "‡", "iv", "a", "(3)", "١", "注1"])("by whatever sign: %s", (sign) => {
    show(`<p>A<a href="#x">${sign}</a></p><p id="x">Words.</p>`);
    expect(references()).toEqual([sign]);
  });

  test("by its name where its words are words", () => {
    show('<p>A <a href="#footnote-3">as he said</a></p><p id="footnote-3">Words.</p>');
    expect(opened("as he said")).toBe("<p>Words.</p>");
  });

  test("with the links in it, and without names that would be there twice", () => {
    show(
      '<p><a href="#fn1">1</a> <b id="y">y</b></p><ol><li id="fn1"><p id="z"><a href="/a">a</a> <a href="#y">see y</a></p></li></ol>',
    );
    expect(opened("1")).toMatch(
      /^<p><a href="https:\/\/site\.example\/a".*>a<\/a> <a href="#user-content-y">see y<\/a><\/p>$/,
    );
  });
});

describe("what is no note stays a place to go to", () => {
  test.each([
    ["a heading", '<p><a href="#x">1</a></p><h2 id="x">1</h2><p>Words.</p>'],
    ["a chapter", '<p><a href="#x">1</a></p><div id="x"><h2>1</h2><p>Words.</p></div>'],
    ["the list of all notes", '<p><a href="#notes">Notes</a></p><div id="notes"><ol><li id="a">a</li></ol></div>'],
    ["words of a table of contents", '<p><a href="#x">The storm</a></p><p id="x">Words.</p>'],
    ["a place above", '<p id="x">Words.</p><p><a href="#x">1</a></p>'],
    ["no place at all", '<p><a href="#x">1</a></p>'],
    ["an empty place", '<p><a href="#x">1</a></p><p id="x"> </p>'],
    ["a page of words", `<p><a href="#x">1</a></p><p id="x">${"word ".repeat(3_000)}</p>`],
  ])("%s", (_what, html) => {
    show(html);
    expect(references()).toEqual([]);
  });
});

describe("hostile notes", () => {
  test("one that points at itself opens nothing", () => {
    show('<p id="a"><a href="#a">1</a> x</p><ol><li id="b"><a href="#b">2</a></li></ol>');
    expect(references()).toEqual([]);
  });

  test("two that point at each other come to an end", () => {
    show('<p>A<a href="#a">1</a></p><p id="a">x<a href="#b">2</a></p><p id="b">y<a href="#a">3</a></p>');
    expect(references()).toEqual(["1", "2"]);
    expect(opened("2")).toBe('<p>y<a href="#user-content-a">3</a></p>');
  });

  test("names with quotes, brackets and stray percent signs are names", () => {
    for (const name of ["a&quot;]b", "a'b\\", "100%", "%E0%A4%A", "x[y]"]) {
      show(`<p><a href="#${name}">1</a></p><p id="${name}">Words.</p>`);
      expect(opened("1")).toBe("<p>Words.</p>");
    }
  });

  test("one whose only words are its way back is none", () => {
    show('<p>A<a id="r" href="#x">1</a></p><p id="x"><a href="#r">↩</a></p>');
    expect(opened("1")).toBeNull();
  });

  test("ten thousand references take less than two seconds", () => {
    const fragment = document.createDocumentFragment();
    for (let i = 0; i < 10_000; i++) {
      const link = fragment.appendChild(document.createElement("p")).appendChild(document.createElement("a"));
      link.href = `#user-content-n${i % 3}`;
      link.textContent = String(i);
    }
    for (const name of ["n0", "n1"]) {
      const note = fragment.appendChild(document.createElement("div"));
      note.id = `user-content-${name}`;
      for (let i = 0; i < 5_000; i++) note.append(document.createElement("p"));
    }
    const before = process.cpuUsage();
    markNotes(fragment);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2_000);
  }, 20_000);
});
