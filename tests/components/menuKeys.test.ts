import { expect, test } from "vitest";
import { createMenuKeys } from "../../components/menuKeys.ts";

const labels = ["Star", "Copy as Markdown", "Copy link", "Share", "Étoile"];

function pressing(...keys: string[]) {
  const targetOf = createMenuKeys();
  let at = 0;
  return keys.map((key, i) => (at = targetOf({ key, timeStamp: 1000 + i * 50 }, { at, labels }) ?? at));
}

test("arrows go round, Home and End to the ends", () => {
  expect(pressing("ArrowDown", "End", "ArrowDown", "ArrowUp", "Home")).toEqual([1, 4, 0, 4, 0]);
});

test("a letter goes to the next name that begins with it, the same one again goes on", () => {
  expect(pressing("c", "c", "c", "s")).toEqual([1, 2, 1, 1]);
  expect(pressing("s", "s")).toEqual([3, 0]);
});

test("letters in quick succession are one word", () => {
  expect(pressing("s", "h")).toEqual([3, 3]);
  expect(pressing("c", "o", "x")).toEqual([1, 1, 1]);
});

test("after a pause a word begins anew", () => {
  const targetOf = createMenuKeys();
  expect(targetOf({ key: "c", timeStamp: 1000 }, { at: 0, labels })).toBe(1);
  expect(targetOf({ key: "s", timeStamp: 3000 }, { at: 1, labels })).toBe(3);
});

test("accents and capitals do not matter, and other keys lead nowhere", () => {
  expect(pressing("E")).toEqual([4]);
  const targetOf = createMenuKeys();
  expect(targetOf({ key: "x", timeStamp: 1000 }, { at: 0, labels })).toBeNull();
  expect(targetOf({ key: "F5", timeStamp: 1000 }, { at: 0, labels })).toBeNull();
});
