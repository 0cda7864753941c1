// @vitest-environment jsdom
import { expect, test } from "vitest";
import { sanitize } from "../../../lib/view/sanitize.ts";
import { repairTexts, setTypography, typographic } from "../../../lib/view/typography.ts";

function set(html: string): string {
  const fragment = sanitize(html, null);
  setTypography(fragment);
  const box = document.createElement("div");
  box.append(fragment);
  return box.innerHTML;
}

test.each([
  ['"Yes," she said.', "“Yes,” she said."],
  ["It's the Taliban's", "It’s the Taliban’s"],
  ["He said: 'no'.", "He said: ‘no’."],
  [`"'Quoted' within"`, "“‘Quoted’ within”"],
  [`She said, "He said, 'no.'"`, "She said, “He said, ‘no.’”"],
  ["('a')", "(‘a’)"],
  ["the '90s and rock 'n' roll", "the ’90s and rock ’n’ roll"],
  ["the players' room", "the players’ room"],
  ["the 1990's", "the 1990’s"],
  ["l'été d'\"aujourd'hui\"", "l’été d’“aujourd’hui”"],
  [`6'2" tall and 12" wide`, `6'2" tall and 12" wide`],
  ['"Section 12" ends', "“Section 12” ends"],
  ["yes -- no--maybe", "yes — no—maybe"],
  ["a --- b ---- c", "a --- b ---- c"],
  ["npm i --save", "npm i --save"],
  ["wait...", "wait…"],
  ["https://a.example/x--y...z it's", "https://a.example/x--y...z it’s"],
  ["„Schon gesetzt“ – «déjà»", "„Schon gesetzt“ – «déjà»"],
])("%s", (straight, curled) => {
  expect(typographic(straight)).toBe(curled);
});

test("a quotation reaches over elements, and code is left alone", () => {
  expect(set('<p>"<em>Run</em> <code>a "b" --c</code>" she said</p>')).toBe(
    '<p>“<em>Run</em> <code>a "b" --c</code>” she said</p>',
  );
  expect(set('<pre>x = "a"...</pre><p><kbd>\'</kbd></p>')).toBe('<pre>x = "a"...</pre><p><kbd>\'</kbd></p>');
});

test("a new paragraph or line starts anew", () => {
  expect(set('<p>5"</p><p>"a"</p>')).toBe('<p>5"</p><p>“a”</p>');
  expect(set('<p>a<br>"b"</p>')).toBe("<p>a<br>“b”</p>");
});

test("misread UTF-8 is repaired in words, not in code", () => {
  const fragment = sanitize("<p>India â€“ it</p><code>â€“</code>", null);
  repairTexts(fragment);
  expect(fragment.textContent).toBe("India – itâ€“");
});

test("a long text without a space costs no more than any other", () => {
  const started = performance.now();
  typographic("_a*:".repeat(100_000));
  expect(performance.now() - started).toBeLessThan(1_000);
});
