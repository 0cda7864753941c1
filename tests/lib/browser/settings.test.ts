import { beforeEach, expect, test, vi } from "vitest";

const stored = vi.hoisted(() => {
  const rows: Record<string, unknown> = {};
  const local = {
    get: async (key: string) => (key in rows ? { [key]: rows[key] } : {}),
    set: async (change: object) => void Object.assign(rows, change),
  };
  Object.assign(globalThis, { chrome: { storage: { local }, runtime: { id: "us" } } });
  return rows;
});

const { changeSettings, readSettings } = await import("../../../lib/browser/settings.ts");
const { DEFAULTS } = await import("../../../lib/settings.ts");

beforeEach(() => delete stored["settings"]);

test("what nobody has chosen is as it is at first", async () => {
  expect(await readSettings()).toEqual(DEFAULTS);
});

test("a choice is kept beside the others", async () => {
  await changeSettings({ theme: "sepia", size: 20 });
  await changeSettings({ keepPerFeed: null });
  expect(await readSettings()).toEqual({ ...DEFAULTS, theme: "sepia", size: 20, keepPerFeed: null });
});

test.each([
  ["theme", "purple"],
  ["face", 3],
  ["size", 15],
  ["size", 25],
  ["size", "18"],
  ["size", Number.NaN],
  ["leading", null],
  ["measure", {}],
  ["notifications", 1],
  ["quietHours", "on"],
  ["quietFrom", -1],
  ["quietUntil", 1440],
  ["badge", "all"],
  ["keepReadDays", 8],
  ["keepPerFeed", "500"],
  ["pictureMegabytes", null],
  ["singleKeys", "yes"],
  ["keys", null],
  ["keys", ["j"]],
  ["keys", { next: "j" }],
  ["keys", { next: [1] }],
])("a damaged %s (%j) falls back by itself", async (key, value) => {
  stored["settings"] = { ...DEFAULTS, leading: "loose", quietUntil: 0, [key]: value };
  const others = { ...DEFAULTS, leading: "loose", quietUntil: 0 };
  expect(await readSettings()).toEqual({ ...others, [key]: DEFAULTS[key as keyof typeof DEFAULTS] });
});

test.each([null, "dark", 3, ["dark"]])("what is no collection of settings (%j) counts as none", async (value) => {
  stored["settings"] = value;
  expect(await readSettings()).toEqual(DEFAULTS);
});

test("what is not a setting is not taken over", async () => {
  stored["settings"] = { colour: "red" };
  expect(await readSettings()).toEqual(DEFAULTS);
});
