import { expect, test, vi } from "vitest";

const stored = vi.hoisted(() => {
  const area: Record<string, unknown> = {};
  const chrome = { storage: { local: { get: async () => area } } };
  Object.assign(globalThis, { chrome });
  return area;
});

const { readLook } = await import("../../../lib/browser/theme.ts");

test.each([
  [undefined, "auto"],
  ["nonsense", "auto"],
  [null, "auto"],
  [{ size: 20 }, "auto"],
  [{ theme: "purple" }, "auto"],
  [{ theme: "sepia", size: 20 }, "sepia"],
])("the settings %j mean the theme %s", async (settings, theme) => {
  stored.settings = settings;
  expect(await readLook()).toEqual([theme, settings]);
});
