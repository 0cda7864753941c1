// @vitest-environment jsdom
import { expect, test } from "vitest";
import { DEFAULTS, LEADINGS } from "../../../lib/settings.ts";
import { applyAppearance, clampSize, stepOf } from "../../../lib/view/appearance.ts";

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
  expect(clampSize(25)).toBe(24);
  expect(clampSize(15)).toBe(16);
});
