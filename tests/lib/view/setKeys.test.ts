// @vitest-environment jsdom
import { expect, test } from "vitest";
import { firstKeys, ownKeys, pickKey, setKeys, usersOf } from "../../../lib/view/setKeys.ts";

const press = (key: string, init: KeyboardEventInit = {}) => pickKey(new KeyboardEvent("keydown", { key, ...init }));

test.each([
  ["f", {}, "f"],
  ["F", { shiftKey: true }, "F"],
  ["F", { modifierCapsLock: true }, "f"],
  ["?", { shiftKey: true }, "?"],
  ["ö", {}, "ö"],
  ["о", { code: "KeyJ" }, "j"],
  ["ж", { code: "Semicolon" }, "ж"],
  ["@", { ctrlKey: true, altKey: true, modifierAltGraph: true }, "@"],
  ["F2", {}, "F2"],
  ["Delete", {}, "Delete"],
])("%s (%j) is the key %s", (key, init, picked) => {
  expect(press(key, init)).toEqual({ kind: "key", key: picked });
});

test.each([
  ["ArrowDown", {}, "ArrowDown", "always"],
  ["Backspace", {}, "Backspace", "always"],
  [" ", {}, " ", "always"],
  [" ", { shiftKey: true }, "Shift+ ", "always"],
  ["PageDown", {}, "PageDown", "always"],
  ["s", { ctrlKey: true }, "Ctrl+s", "browser"],
  ["ArrowLeft", { altKey: true }, "Alt+ArrowLeft", "browser"],
  ["F5", {}, "F5", "browser"],
  ["F2", { shiftKey: true }, "Shift+F2", "browser"],
  ["Dead", {}, "Dead", "nothing"],
  ["Unidentified", {}, "Unidentified", "nothing"],
] as const)("%s (%j) is refused as %s: %s", (key, init, refused, why) => {
  expect(press(key, init)).toEqual({ kind: "refused", key: refused, why });
});

test("Tab leaves the field, modifiers wait for a key, and a composition for its end", () => {
  expect([press("Tab"), press("Shift"), press("Process", { keyCode: 229 })]).toEqual([
    { kind: "none" },
    { kind: "none" },
    { kind: "none" },
  ]);
});

test("a key is used only where both would be heard", () => {
  expect(usersOf({}, "toggleStar", "j")).toEqual(["next"]);
  expect(usersOf({}, "toggleStar", "/")).toEqual(["search", "find"]);
  expect(usersOf({}, "goTags", "u")).toEqual(["goUnread"]);
  expect(usersOf({}, "goTags", "j")).toEqual([]);
  expect(usersOf({}, "find", "n")).toEqual([]);
  expect(usersOf({}, "toggleStar", "s")).toEqual([]);
});

test("only what differs from the keys at first is kept", () => {
  const changed = setKeys({}, "toggleStar", ["f", "F2"]);
  expect(changed).toEqual({ toggleStar: ["f", "F2"] });
  expect(setKeys(changed, "toggleStar", ["s"])).toEqual({});
  expect(setKeys({}, "openOriginalBehind", ["v", "b"])).toEqual({});
});

test("a key that is taken over is missing where it was", () => {
  expect(setKeys({}, "toggleStar", ["j"])).toEqual({ next: [], toggleStar: ["j"] });
  expect(setKeys({}, "toggleStar", ["b"])).toEqual({ openOriginalBehind: ["v"], toggleStar: ["b"] });
  expect(setKeys({}, "refreshAll", ["/"])).toEqual({ search: [], find: [], refreshAll: ["/"] });
});

test("an action that gets its first keys back is as if nobody had changed it", () => {
  const taken = setKeys({}, "toggleStar", ["j"]);
  expect(ownKeys(taken, "next")).toEqual([]);
  expect(setKeys(taken, "next", firstKeys("next"))).toEqual({ toggleStar: [] });
});
