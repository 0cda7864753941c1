import { expect, test } from "vitest";
import { parseQuery } from "../../../lib/search/query.ts";

const HOUR = 3_600_000;
const parse = (text: string) => parseQuery(text, (utcMidnight) => utcMidnight - 2 * HOUR);
const clauses = (text: string) => parse(text).query.clauses;

const word = (term: string) => ({
  not: false,
  kind: "words",
  terms: [term],
  isPhrase: false,
  isPrefix: false,
  inTitle: false,
});
const phrase = (...terms: string[]) => ({ ...word(""), terms, isPhrase: true });

test("each word is a clause, and only the last is a beginning", () => {
  expect(clauses("Climate chan")).toEqual([word("climate"), { ...word("chan"), isPrefix: true }]);
});

test("a space after the last word ends it", () => {
  expect(clauses("climate ")).toEqual([word("climate")]);
});

test("quotes make a phrase, whichever they are", () => {
  for (const text of [
    '"Climate change"',
    "“climate change”",
    "„climate change“",
    "«climate change»",
    "＂climate change＂",
  ])
    expect(clauses(text)).toEqual([phrase("climate", "change")]);
});

test("a word of several terms is a phrase", () => {
  expect(clauses("e-mail 12:30 http://x.org ")).toEqual([
    phrase("e", "mail"),
    phrase("12", "30"),
    phrase("http", "x", "org"),
  ]);
});

test("a minus takes any clause back, and what it stands before is whole", () => {
  expect(clauses('a -b -"c d" -tag:e -from:f -is:unread -before:2026 -intitle:g -h')).toMatchObject([
    { not: false },
    { not: true, terms: ["b"] },
    { not: true, terms: ["c", "d"], isPhrase: true },
    { not: true, kind: "tag" },
    { not: true, kind: "from" },
    { not: true, kind: "is" },
    { not: true, kind: "before" },
    { not: true, terms: ["g"], inTitle: true },
    { not: true, terms: ["h"], isPrefix: false },
  ]);
});

test("a minus inside a word or alone is none", () => {
  expect(clauses("a-b - c ")).toEqual([phrase("a", "b"), word("c")]);
});

test("filters are known in capitals too, and take quoted values", () => {
  expect(clauses('Tag:"São Paulo" FROM:“The Guardian” is:Starred tag：#World')).toEqual([
    { not: false, kind: "tag", tag: "sao paulo" },
    { not: false, kind: "from", name: "The Guardian" },
    { not: false, kind: "is", view: "starred" },
    { not: false, kind: "tag", tag: "world" },
  ]);
});

test("intitle takes words, the last one as a beginning, and phrases", () => {
  expect(clauses('intitle:"climate change" intitle:ra')).toEqual([
    { ...phrase("climate", "change"), inTitle: true },
    { ...word("ra"), isPrefix: true, inTitle: true },
  ]);
});

test("dates are years, months and days of the reader's zone", () => {
  expect(clauses("after:2026 before:2026-05 before:2026-05-03 before:2026/5/3")).toEqual([
    { not: false, kind: "after", at: Date.UTC(2025, 11, 31, 22) },
    { not: false, kind: "before", at: Date.UTC(2026, 3, 30, 22) },
    { not: false, kind: "before", at: Date.UTC(2026, 4, 2, 22) },
    { not: false, kind: "before", at: Date.UTC(2026, 4, 2, 22) },
  ]);
});

test("Chinese is a phrase of pairs that may go on, a single character a beginning", () => {
  expect(clauses("東京都 ")).toEqual([phrase("東京", "京都")]);
  expect(clauses("東京 ")).toEqual([word("東京")]);
  expect(clauses("京 ")).toEqual([{ ...word("京"), isPrefix: true }]);
  expect(clauses("東京2026 ")).toEqual([phrase("東京", "京", "2026")]);
});

test.each([
  ['"climate change', "unclosedQuote", '"climate change', ["climate", "change"]],
  ['a from:"the gu', "unclosedQuote", 'from:"the gu', ["a", "from the", "gu"]],
  ["tag: world", "emptyFilter", "tag:", ["tag", "world"]],
  ['from:"!"', "emptyFilter", 'from:"!"', ["from"]],
  ["before:soon x", "badDate", "before:soon", ["before soon", "x"]],
  ["after:2026-02-30", "badDate", "after:2026-02-30", ["after 2026 02 30"]],
  ["is:blue x", "unknownView", "is:blue", ["is blue", "x"]],
  ["-a -tag:b", "onlyNegatives", "-a -tag:b", ["a", "tag b"]],
  ["!!!", "noWords", "!!!", []],
])("%s is told as %s and searched as words", (text, kind, piece, words) => {
  const { query, problem } = parse(text);
  expect(problem).toEqual({ kind, text: piece });
  expect(query.clauses.map((each) => (each.kind === "words" ? each.terms.join(" ") : each.kind))).toEqual(words);
});

test("nothing typed is no problem, and asks nothing", () => {
  expect(parse("  ")).toEqual({ query: { clauses: [] }, problem: null });
});

test("what was understood holds beside a problem", () => {
  expect(clauses("tag:world before:soon ")).toMatchObject([{ kind: "tag" }, { kind: "words" }]);
});
