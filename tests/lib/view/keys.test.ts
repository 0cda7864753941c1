// @vitest-environment jsdom
import { expect, test } from "vitest";
import { actionOf } from "../../../lib/view/keys.ts";

const list = { place: "list", isGoing: false } as const;
const reader = { place: "reader", isGoing: false } as const;

function press(key: string, more: Partial<Parameters<typeof actionOf>[0]> = {}) {
  const plain = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, isComposing: false };
  return { key, ...plain, target: document.body, ...more };
}

function made(html: string): Element {
  const page = new DOMParser().parseFromString(html, "text/html");
  const element = page.body.firstElementChild;
  if (!element) throw new Error("no element");
  return element;
}

test("letters stand for what is typed, capitals for themselves", () => {
  expect(actionOf(press("r"), list)).toBe("refreshSource");
  expect(actionOf(press("R", { shiftKey: true }), list)).toBe("refreshAll");
  expect(actionOf(press("A", { shiftKey: true }), list)).toBe("markAllRead");
});

test("a key may mean another thing while an article is read", () => {
  expect(actionOf(press("o"), list)).toBe("open");
  expect(actionOf(press("o"), reader)).toBe("openOriginal");
  expect(actionOf(press("Escape"), list)).toBe("clearFilter");
  expect(actionOf(press("Escape"), reader)).toBe("back");
  expect(actionOf(press("ArrowDown"), list)).toBe("next");
  expect(actionOf(press("ArrowDown"), reader)).toBeNull();
});

test("the browser keeps its own keys", () => {
  for (const held of ["ctrlKey", "altKey", "metaKey"] as const) {
    expect(actionOf(press("j", { [held]: true }), list)).toBeNull();
  }
});

test("Alt+Left goes back to the list, and nowhere else", () => {
  expect(actionOf(press("ArrowLeft", { altKey: true }), reader)).toBe("back");
  expect(actionOf(press("ArrowLeft", { altKey: true }), list)).toBeNull();
});

test("nothing happens while somebody types or composes", () => {
  for (const html of ["<input>", "<textarea></textarea>", "<select></select>", "<p contenteditable></p>"]) {
    expect(actionOf(press("j", { target: made(html) }), list)).toBeNull();
  }
  expect(actionOf(press("j", { isComposing: true }), list)).toBeNull();
});

test("Space and Enter press what has focus", () => {
  const button = made("<button></button>");
  expect(actionOf(press(" ", { target: button }), reader)).toBeNull();
  expect(actionOf(press("Enter", { target: made("<a href='#'></a>") }), list)).toBeNull();
  expect(actionOf(press("j", { target: button }), reader)).toBe("next");
});

test("Space pages through an article, with Shift back", () => {
  expect(actionOf(press(" "), reader)).toBe("pageDown");
  expect(actionOf(press(" ", { shiftKey: true }), reader)).toBe("pageUp");
  expect(actionOf(press(" "), list)).toBeNull();
});

test("G waits for the letter of a view", () => {
  expect(actionOf(press("g"), list)).toBe("goTo");
  expect(actionOf(press("s"), { place: "list", isGoing: true })).toEqual({ view: "starred" });
  expect(actionOf(press("x"), { place: "list", isGoing: true })).toBeNull();
});

test("numbers choose tags, 1 stands for all", () => {
  expect(actionOf(press("1"), list)).toEqual({ tag: 0 });
  expect(actionOf(press("9"), reader)).toEqual({ tag: 8 });
  expect(actionOf(press("0"), list)).toBe("resetSize");
});
