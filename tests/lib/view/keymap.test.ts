import { expect, test } from "vitest";
import { ACTIONS, keymapOf, keysOf, placesOf, FIRST_KEYS } from "../../../lib/view/keymap.ts";

const set = (keys: Record<string, string[]>) => keymapOf({ singleKeys: true, keys });

test("no two actions have the same key in the same place at first", () => {
  const uses = ACTIONS.flatMap((action) =>
    placesOf(action).flatMap((place) => [...FIRST_KEYS[action]].map((key) => `${key} in ${place}`)),
  );
  expect(new Set(uses).size).toBe(uses.length);
});

test("a person's keys take the place of those at first, and of those alone", () => {
  const keymap = set({ toggleStar: ["f", "F2"] });
  expect(keysOf(keymap, "toggleStar")).toEqual(["f", "F2"]);
  expect(keymap.list.get("s")).toBeUndefined();
  expect(keysOf(keymap, "next")).toEqual(["j"]);
});

test("an action without keys has none", () => {
  expect(keysOf(set({ markAllRead: [] }), "markAllRead")).toEqual([]);
});

test("a person's key goes before one that an update gives to something else", () => {
  for (const keys of [{ toggleStar: ["r"] }, { settings: ["j"] }]) {
    const [[action = "", [key = ""] = []] = []] = Object.entries(keys);
    expect(set(keys).list.get(key)).toBe(action);
  }
  expect(keysOf(set({ toggleStar: ["r"] }), "refreshSource")).toEqual([]);
});

test("one key may do one thing in the list and another in the article", () => {
  const keymap = set({ search: ["f"], find: ["f"] });
  expect([keymap.list.get("f"), keymap.reader.get("f")]).toEqual(["search", "find"]);
});

test("keys that move, open and close stay what they are, even where all single keys are off", () => {
  const off = keymapOf({ singleKeys: false, keys: { toggleStar: ["f"] } });
  expect([...off.list]).toEqual([
    ["ArrowDown", "next"],
    ["ArrowUp", "previous"],
    ["Home", "first"],
    ["End", "last"],
    ["Enter", "open"],
    ["Escape", "clearFilter"],
    ["Backspace", "clearFilter"],
  ]);
  expect([...off.reader.keys()]).toEqual([" ", "Shift+ ", "Escape", "Backspace"]);
  expect(off.going.size).toBe(0);
  expect(set({ toggleStar: ["Escape", "Enter"] }).list.get("Escape")).toBe("clearFilter");
});

test("damaged changes do no harm", () => {
  const keymap = set({ nothing: ["j"], toggleStar: ["Tab", "Control", "", " "], undo: ["__proto__", "z"] });
  expect([keymap.list.get("j"), keymap.list.get("Tab"), keysOf(keymap, "toggleStar")]).toEqual(["next", undefined, []]);
  expect(keysOf(keymap, "undo")).toEqual(["z"]);
});
