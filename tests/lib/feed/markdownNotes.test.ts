import { Marked } from "marked";
import { expect, test } from "vitest";
import { markdownNotes } from "../../../lib/feed/markdownNotes.ts";

const marked = new Marked(markdownNotes());
const toHtml = (markdown: string): string => marked.parse(markdown, { async: false, gfm: true });

test("a reference leads to its note, and the note back", () => {
  expect(toHtml("One[^a] two.\n\n[^a]: The *note*.\n")).toBe(
    '<p>One<sup><a id="fnref-1" href="#fn-1">1</a></sup> two.</p>\n' +
      '<hr>\n<section>\n<ol>\n<li id="fn-1"><p>The <em>note</em>. <a href="#fnref-1">↩</a></p>\n</li>\n</ol>\n</section>\n',
  );
});

test("notes are numbered as they are referred to, and a note may be referred to again", () => {
  const html = toHtml("A[^z] b[^y] c[^z].\n\n[^y]: Second\n[^z]: First\n");
  expect(html.match(/<sup>.*?<\/sup>/g)).toEqual([
    '<sup><a id="fnref-1" href="#fn-1">1</a></sup>',
    '<sup><a id="fnref-2" href="#fn-2">2</a></sup>',
    '<sup><a id="fnref-1-2" href="#fn-1">1</a></sup>',
  ]);
  expect(html).toContain('<li id="fn-1"><p>First <a href="#fnref-1">↩</a> <a href="#fnref-1-2">↩</a></p>');
  expect(html.indexOf("First")).toBeLessThan(html.indexOf("Second"));
});

test("a note goes on in indented paragraphs, and in lines that begin nothing else", () => {
  const html = toHtml("A[^1]\n\n[^1]: One\ngoes on\n\n    - a\n    - b\n\nNot the note.\n");
  expect(html).toContain("<p>One\ngoes on</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n <a");
  expect(html.indexOf("Not the note")).toBeLessThan(html.indexOf("<section>"));
});

test("what has no note, and notes in code, stay as they were written", () => {
  expect(toHtml("A[^1] `[^2]`\n\n```\n[^2]: x\n```\n")).toBe(
    "<p>A[^1] <code>[^2]</code></p>\n<pre><code>[^2]: x\n</code></pre>\n",
  );
});

test("a note that nothing refers to is not lost, and one that is said twice is what it was first", () => {
  expect(toHtml("A[^1]\n\n[^2]: Lonely\n[^1]: First\n[^1]: Again")).toMatch(/First.*<li><p>Lonely<\/p>/s);
  expect(toHtml("A[^1]\n\n[^1]: First\n[^1]: Again")).not.toContain("Again");
});

test("one text knows nothing of the notes of another", () => {
  toHtml("A[^1]\n\n[^1]: x");
  expect(toHtml("A[^1]")).toBe("<p>A[^1]</p>\n");
});

test("notes that point at themselves and at each other come to an end", () => {
  expect(toHtml("A[^1]\n\n[^1]: x[^1] y[^2]\n[^2]: z[^1]")).toContain('<li id="fn-2">');
});

test.each([
  ["references", "a[^1] ".repeat(10_000) + "\n\n[^1]: x"],
  ["references without a note", "[^".repeat(50_000)],
  ["notes", Array.from({ length: 10_000 }, (_, i) => `[^${i}]: x[^${i + 1}]`).join("\n")],
  ["empty lines in a note", "[^1]: a" + "\n".repeat(100_000) + "b"],
  ["a label without end", "[^" + "a".repeat(100_000)],
])("ten thousand %s take less than two seconds", (_what, markdown) => {
  const before = process.cpuUsage();
  toHtml(markdown);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2_000);
});
