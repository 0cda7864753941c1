// @vitest-environment jsdom
import "../../support/englishMessages.ts";
import { render } from "preact";
import { expect, test } from "vitest";
import { AppearanceSection, type LookSettings } from "../../../components/options/AppearanceSection.tsx";
import { DEFAULTS } from "../../../lib/settings.ts";

test("density and marking by scrolling are chosen by their names", () => {
  const changes: Partial<LookSettings>[] = [];
  render(<AppearanceSection chosen={DEFAULTS} change={(change) => changes.push(change)} />, document.body);
  const labelled = (name: string) =>
    [...document.querySelectorAll("label")].find((label) => label.textContent === name)?.control;
  expect(document.querySelector("[role=radiogroup][aria-labelledby=density]")).not.toBeNull();
  labelled("Compact")?.click();
  labelled("Mark as read while scrolling")?.click();
  expect(changes).toEqual([{ density: "compact" }, { marksPassed: true }]);
});
