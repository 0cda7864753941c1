// @vitest-environment jsdom
import "../../support/englishMessages.ts";
import { signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test } from "vitest";
import { Alerts, type AlertSettings } from "../../../components/options/Alerts.tsx";
import { DEFAULTS } from "../../../lib/settings.ts";
import type { AlertLists } from "../../../lib/view/alertChoices.ts";
import { byRole, namesOf } from "../../support/byRole.ts";

let changes: Partial<AlertSettings>[];
let told: [string, string][];
beforeEach(() => {
  render(null, document.body);
  [changes, told] = [[], []];
});

const lists: AlertLists = {
  sources: [{ key: "home", name: "The Harbour", mode: "group", recent: 12 }],
  tags: [{ key: "world", name: "World", mode: "count", recent: 1 }],
  tagCount: 40,
};

function show(chosen: Partial<AlertSettings> = {}, isBlocked = false): void {
  const choices = {
    lists: signal(lists),
    showAllTags: () => void told.push(["all", "tags"]),
    tellOfSource: async (...given: [string, string]) => void told.push(given),
    tellOfTag: async (...given: [string, string]) => void told.push(given),
  };
  const props = { chosen: { ...DEFAULTS, ...chosen }, choices, isBlocked: signal(isBlocked) };
  act(() => render(<Alerts {...props} change={(change) => changes.push(change)} />, document.body));
}

const labelled = (name: string) =>
  [...document.querySelectorAll("label")].find((label) => label.textContent === name)?.control as HTMLInputElement;

function choose(name: string, option: string): void {
  const select = byRole("combobox", name) as HTMLSelectElement;
  select.value = option;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

test("a tag and a source are told of as was chosen, and a choice is handed on", () => {
  show();
  expect(namesOf("combobox")).toEqual(expect.arrayContaining(["Alerts for World", "Alerts for The Harbour"]));
  expect((byRole("combobox", "Alerts for World") as HTMLSelectElement).value).toBe("Count only, no notification");
  expect(document.body.textContent).toContain("1 article in 7 days");
  choose("Alerts for World", "Ignore");
  choose("Alerts for The Harbour", "Notify for each article");
  byRole("button", "Show all 40 tags").click();
  expect(told).toEqual([
    ["world", "ignore"],
    ["home", "each"],
    ["all", "tags"],
  ]);
});

test("quiet hours are times of day, and half a time is none", () => {
  show();
  expect([labelled("From").value, labelled("Until").value]).toEqual(["22:00", "07:30"]);
  const type = (value: string) => {
    labelled("Until").value = value;
    labelled("Until").dispatchEvent(new Event("change", { bubbles: true }));
  };
  type("06:05");
  type("");
  labelled("Quiet hours").click();
  expect(changes).toEqual([{ quietUntil: 6 * 60 + 5 }, { quietHours: false }]);
});

test("times are asked for only where there are quiet hours, and quiet hours only where something could pop up", () => {
  show({ quietHours: false });
  expect(labelled("From")).toBeUndefined();
  show({ notifications: false });
  expect(labelled("Quiet hours")).toBeUndefined();
});

test("that the browser blocks notifications is said to those who want some", () => {
  show({}, true);
  expect(document.querySelector("[role=status]")?.textContent).toContain("Your browser is blocking notifications.");
  show({ notifications: false }, true);
  expect(document.querySelector("[role=status]")).toBeNull();
});
