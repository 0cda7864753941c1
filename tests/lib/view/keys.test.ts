// @vitest-environment jsdom
import { expect, test } from "vitest";
import { DEFAULTS } from "../../../lib/settings.ts";
import { keymapOf, type Action } from "../../../lib/view/keymap.ts";
import { actionOf, isForHolding, isModifier } from "../../../lib/view/keys.ts";

const keymap = keymapOf(DEFAULTS);
const list = { keymap, place: "list", isGoing: false } as const;
const reader = { keymap, place: "reader", isGoing: false } as const;
const going = { ...list, isGoing: true };

type Init = KeyboardEventInit & { on?: Element };

function press(key: string, { on = document.body, ...init }: Init = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, ...init });
  on.dispatchEvent(event);
  return event;
}

const shift = { shiftKey: true };

function made(html: string): Element {
  const page = new DOMParser().parseFromString(html, "text/html");
  const element = page.body.querySelector("[data-it]") ?? page.body.firstElementChild;
  if (!element) throw new Error("no element");
  return element;
}

type Row = [key: string, inList: Action | null, inReader: Action | null, init?: Init];

/** The table of the design, key by key. */
test.each<Row>([
  ["j", "next", "next"],
  ["k", "previous", "previous"],
  ["ArrowDown", "next", null],
  ["ArrowUp", "previous", null],
  ["Home", "first", null],
  ["End", "last", null],
  ["n", "nextRow", null],
  ["p", "previousRow", null],
  ["Enter", "open", null],
  ["o", "open", "openOriginal"],
  ["v", "openOriginalBehind", "openOriginalBehind"],
  ["b", "openOriginalBehind", "openOriginalBehind"],
  ["O", "openFullTab", "openFullTab", shift],
  [" ", null, "pageDown"],
  [" ", null, "pageUp", shift],
  ["Escape", "clearFilter", "back"],
  ["Backspace", "clearFilter", "back"],
  ["m", "toggleUnread", "toggleUnread"],
  ["s", "toggleStar", "toggleStar"],
  ["l", "toggleLater", "toggleLater"],
  ["/", "search", "find"],
  ["r", "refreshSource", "refreshSource"],
  ["R", "refreshAll", "refreshAll", shift],
  [".", "showNew", "showNew"],
  ["u", "toggleUnreadOnly", "toggleUnreadOnly"],
  ["1", "tag1", "tag1"],
  ["9", "tag9", "tag9"],
  ["g", "goTo", "goTo"],
  ["a", "text", "text"],
  ["+", "bigger", "bigger", shift],
  ["=", "bigger", "bigger"],
  ["-", "smaller", "smaller"],
  ["0", "resetSize", "resetSize"],
  ["A", "markAllRead", "markAllRead", shift],
  ["z", "undo", "undo"],
  ["?", "shortcuts", "shortcuts", shift],
  [",", "settings", "settings"],
  ["Tab", null, null],
  ["F5", null, null],
  ["x", null, null],
])("%j does %s in the list and %s in the article", (key, inList, inReader, init) => {
  expect(actionOf(press(key, init), list)).toBe(inList);
  expect(actionOf(press(key, init), reader)).toBe(inReader);
});

test.each([
  ["u", "goUnread"],
  ["a", "goAll"],
  ["s", "goStarred"],
  ["l", "goLater"],
  ["t", "goTags"],
  ["x", null],
])("G then %s: %s", (key, action) => {
  expect(actionOf(press(key), going)).toBe(action);
});

test("Caps Lock makes no capitals; Shift does, with Caps Lock or without", () => {
  expect(actionOf(press("J", { modifierCapsLock: true }), list)).toBe("next");
  expect(actionOf(press("r", { modifierCapsLock: true, ...shift }), list)).toBe("refreshAll");
});

test.each([
  ["Greek", "κ", "KeyK", "previous", {}],
  ["Cyrillic", "о", "KeyJ", "next", {}],
  ["Hebrew", "ח", "KeyJ", "next", {}],
  ["Arabic, two letters on one key", "لا", "KeyB", "openOriginalBehind", {}],
  ["Arabic, a mark with Shift", "\u0650", "KeyA", "markAllRead", shift],
  ["Hangul", "ㅓ", "KeyJ", "next", {}],
  ["Cyrillic with Shift", "К", "KeyR", "refreshAll", shift],
  ["Cyrillic under Caps Lock", "О", "KeyJ", "next", { modifierCapsLock: true }],
  ["Persian digits", "۲", "Digit2", "tag2", {}],
  ["Arabic digits of the numeric pad", "٣", "Numpad3", "tag3", {}],
  ["a sign that the keyboard writes elsewhere", ".", "Slash", "showNew", {}],
  ["a letter where others have a sign", "ж", "Semicolon", null, {}],
] as const)("where no Latin is typed (%s), %s means the key's place", (_what, key, code, action, init) => {
  expect(actionOf(press(key, { code, ...init }), list)).toBe(action);
});

test("Latin letters mean themselves, wherever their keys are", () => {
  expect(actionOf(press("o", { code: "KeyS" }), list)).toBe("open");
  expect(actionOf(press("é", { code: "Digit2" }), list)).toBeNull();
  expect(actionOf(press("ß", { code: "Minus" }), list)).toBeNull();
});

test("a letter of another script can be set where its key's place has no Latin one", () => {
  const keymap = keymapOf({ singleKeys: true, keys: { toggleStar: ["ж"] } });
  expect(actionOf(press("ж", { code: "Semicolon" }), { ...list, keymap })).toBe("toggleStar");
});

test("the numeric pad counts as what it types", () => {
  expect(actionOf(press("1", { code: "Numpad1" }), list)).toBe("tag1");
  expect(actionOf(press("+", { code: "NumpadAdd" }), reader)).toBe("bigger");
  expect(actionOf(press("Enter", { code: "NumpadEnter" }), list)).toBe("open");
  expect(actionOf(press("ArrowDown", { code: "Numpad2" }), list)).toBe("next");
});

test("the browser keeps its own keys", () => {
  for (const held of ["ctrlKey", "altKey", "metaKey"] as const) {
    expect(actionOf(press("j", { [held]: true }), list)).toBeNull();
    expect(actionOf(press("/", { [held]: true }), list)).toBeNull();
  }
});

test("what AltGr types counts as typed, except letters", () => {
  const altGr = { ctrlKey: true, altKey: true, modifierAltGraph: true };
  expect(actionOf(press("/", altGr), list)).toBe("search");
  expect(actionOf(press("j", altGr), list)).toBeNull();
});

test("Alt+Left goes back to the list, and nowhere else", () => {
  expect(actionOf(press("ArrowLeft", { altKey: true }), reader)).toBe("back");
  expect(actionOf(press("ArrowLeft", { altKey: true }), list)).toBeNull();
});

test("nothing happens while somebody types", () => {
  const fields = ["<input>", "<textarea></textarea>", "<select></select>", "<p contenteditable></p>"];
  for (const html of fields) expect(actionOf(press("j", { on: made(html) }), list)).toBeNull();
});

test("nothing happens while somebody composes, nor at a dead key", () => {
  expect(actionOf(press("j", { isComposing: true }), list)).toBeNull();
  expect(actionOf(press("j", { keyCode: 229 }), list)).toBeNull();
  expect(actionOf(press("Process", { keyCode: 229, code: "KeyJ" }), list)).toBeNull();
  expect(actionOf(press("Dead", { code: "KeyN" }), list)).toBeNull();
});

test("a dialog or a menu has its keys for itself", () => {
  const layers = [
    "<dialog open><p data-it></p></dialog>",
    '<div role="menu"><button data-it role="menuitem"></button></div>',
  ];
  for (const html of layers) {
    for (const key of ["j", "Escape", "ArrowDown"]) expect(actionOf(press(key, { on: made(html) }), list)).toBeNull();
  }
});

test("Space and Enter press what has focus; Space pages on from a link", () => {
  const button = made("<button></button>");
  const link = made("<a href='#'></a>");
  expect(actionOf(press(" ", { on: button }), reader)).toBeNull();
  expect(actionOf(press("Enter", { on: link }), list)).toBeNull();
  expect(actionOf(press(" ", { on: link }), reader)).toBe("pageDown");
  expect(actionOf(press("j", { on: button }), reader)).toBe("next");
});

test("while a key is held it walks, pages and sizes, and turns nothing over", () => {
  const walking = ["next", "previous", "nextRow", "previousRow", "pageDown", "pageUp", "bigger", "smaller"] as const;
  const turning = ["toggleStar", "toggleUnread", "toggleLater", "toggleUnreadOnly", "open", "undo", "goTo"] as const;
  expect(walking.every(isForHolding)).toBe(true);
  expect(turning.some(isForHolding)).toBe(false);
});

test("a modifier alone is no key: it may be on the way to one", () => {
  expect(["Shift", "AltGraph", "CapsLock"].every(isModifier)).toBe(true);
  expect(["S", "Escape"].some(isModifier)).toBe(false);
});
