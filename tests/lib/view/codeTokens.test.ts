import { describe, expect, test } from "vitest";
import { languageNamed } from "../../../lib/view/codeLanguages.ts";
import { codeSpans } from "../../../lib/view/codeTokens.ts";

/** The source with each coloured part as `kind(words)`. */
function told(source: string, language: string): string {
  let text = "";
  let at = 0;
  for (const { kind, start, end } of codeSpans(source, languageNamed(language) ?? "")) {
    text += `${source.slice(at, start)}${kind}(${source.slice(start, end)})`;
    at = end;
  }
  return text + source.slice(at);
}

test.each([
  ["js", "let a = 1 // b", "keyword(let) a = number(1) comment(// b)"],
  ["ts", "type A = 'x' | null", "keyword(type) number(A) = string('x') | keyword(null)"],
  ["jsx", "<b id={1}>x</b>", "name(<b )property(id)name(={)number(1)name(}>)x"],
  ["css", "a { color: red }", "name(a) { property(color): red }"],
  ["html", '<a href="x">y</a>', 'name(<a )property(href)name(=)string("x")name(>)y'],
  ["json", '{"a": true}', '{property("a"): number(true)}'],
  ["sh", "npm ci --all # b", "name(npm) ci property(--all) comment(# b)"],
  ["py", "def f(): return 'x'", "keyword(def) name(f)(): keyword(return) string('x')"],
  ["rust", "fn f() {} // b", "keyword(fn) name(f)() {} comment(// b)"],
  ["golang", 'func f() { g("x") }', 'keyword(func) name(f)() { name(g)(string("x")) }'],
  ["java", "class Abc { int a; }", "keyword(class) name(Abc) { keyword(int) a; }"],
  ["c", "int f(void);", "keyword(int) name(f)(keyword(void));"],
  ["c++", "auto a = f(1);", "keyword(auto) a = name(f)(number(1));"],
  ["c#", 'var a = $"x"; // b', 'keyword(var) a = string($"x"); comment(// b)'],
  ["php", "<?php echo $a;", "keyword(<?php) keyword(echo) property($a);"],
  ["rb", 'puts "a #{b}"', 'puts string("a )#{b}string(")'],
  ["sql", "SELECT a FROM b -- c", "keyword(SELECT) a keyword(FROM) b comment(-- c)"],
  ["yml", "a: 'x' # b", "property(a): string('x') comment(# b)"],
  ["toml", "a = 1 # b", "property(a) = number(1) comment(# b)"],
  ["diff", "+a\n-b", "inserted(+a\n)deleted(-b)"],
  ["swift", "let a = 1", "keyword(let) a = number(1)"],
  ["kt", "val a = 1", "keyword(val) a = number(1)"],
])("%s is coloured by what its parts are", (language, source, expected) => {
  expect(told(source, language).replace(/name\(<\/.>\)$/, "")).toBe(expected);
});

describe("other languages", () => {
  test.each(["en", "text", "plaintext", "constructor", "__proto__", "clike", ""])("%s is none", (name) => {
    expect(languageNamed(name)).toBeNull();
  });

  test("names are known in whatever case", () => {
    expect(languageNamed("JavaScript")).toBe("javascript");
    expect(languageNamed("C#")).toBe("csharp");
    expect(languageNamed(null)).toBeNull();
  });
});

test("spans are in order, do not overlap and end with the source", () => {
  const source = 'const a = `x ${"y"} z`; /* b */ class C extends D { m() { return /e+/g } }';
  const spans = codeSpans(source, "javascript");
  for (const [i, { start, end }] of spans.entries()) {
    expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(source.length);
  }
});
