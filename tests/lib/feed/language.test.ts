import { expect, test } from "vitest";
import { directionOf, languageOf } from "../../../lib/feed/language.ts";

test.each([
  ["en", "en"],
  [" en_GB ", "en-gb"],
  ["zh-Hant-TW", "zh-hant-tw"],
  ["English", null],
  ["", null],
  [null, null],
])("%j is the language %j", (raw, language) => {
  expect(languageOf(raw)).toBe(language);
});

test.each([
  ["ar", "rtl"],
  ["he-il", "rtl"],
  ["uz-arab", "rtl"],
  ["ur-latn", "ltr"],
  ["en", "ltr"],
  [null, null],
] as const)("%j is written %s", (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
