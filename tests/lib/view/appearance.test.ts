// @vitest-environment jsdom
import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { DEFAULTS, LEADINGS, type Appearance } from "../../../lib/settings.ts";
import { applyAppearance, createSizing, stepOf } from "../../../lib/view/appearance.ts";

test("theme and reading text hang on the root element", () => {
  const root = document.createElement("html");
  applyAppearance(root, { ...DEFAULTS, theme: "sepia", size: 20, leading: "loose" });
  expect(root.dataset.theme).toBe("sepia");
  expect(root.style.getPropertyValue("--read-size")).toBe("1.25rem");
  expect(root.style.getPropertyValue("--read-leading")).toBe("1.8");
});

test("steps end at the ends", () => {
  expect(stepOf(LEADINGS, "normal", 1)).toBe("loose");
  expect(stepOf(LEADINGS, "loose", 1)).toBe("loose");
});

/** Settings that are stored when they are told to be, as the browser does it a moment later. */
function sizing(size: number) {
  const appearance = signal<Appearance>({ ...DEFAULTS, size });
  const asked: number[] = [];
  const change = createSizing(appearance, ({ size }) => void asked.push(size));
  const store = () => asked.splice(0).forEach((size) => (appearance.value = { ...appearance.value, size }));
  return { change, asked, store, appearance };
}

test("steps that come faster than they are stored all count", () => {
  const { change, asked, store, appearance } = sizing(18);
  change(1);
  change(1);
  change(-1);
  expect(asked).toEqual([19, 20, 19]);
  store();
  change(-1);
  store();
  expect(appearance.value.size).toBe(18);
});

test("the size ends at its ends, and goes on from what another page has set", () => {
  const { change, asked, store, appearance } = sizing(24);
  change(1);
  expect(asked).toEqual([24]);
  asked.length = 0;
  appearance.value = { ...DEFAULTS, size: 17 };
  change(-1);
  change(-1);
  store();
  expect(appearance.value.size).toBe(16);
  change(0);
  expect(asked).toEqual([DEFAULTS.size]);
});
