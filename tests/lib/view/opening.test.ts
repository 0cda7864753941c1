import { expect, test } from "vitest";
import { openingOf } from "../../../lib/view/opening.ts";

const click = { button: 0, ctrlKey: false, metaKey: false, shiftKey: false };

test("a plain click opens the reader", () => {
  expect(openingOf(click)).toBe("here");
});

test("Ctrl, Cmd and the middle button open the original behind", () => {
  expect(openingOf({ ...click, ctrlKey: true })).toBe("originalBehind");
  expect(openingOf({ ...click, metaKey: true })).toBe("originalBehind");
  expect(openingOf({ ...click, button: 1 })).toBe("originalBehind");
});

test("Shift opens the full tab, other buttons are the browser's", () => {
  expect(openingOf({ ...click, shiftKey: true })).toBe("fullTab");
  expect(openingOf({ ...click, button: 2 })).toBeNull();
});
