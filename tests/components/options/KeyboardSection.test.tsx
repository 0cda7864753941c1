// @vitest-environment jsdom
import "../../support/englishMessages.ts";
import { signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import { KeyboardSection } from "../../../components/options/KeyboardSection.tsx";
import { DEFAULTS, type KeySettings } from "../../../lib/settings.ts";
import { withoutLayout } from "../../support/layoutless.ts";

withoutLayout();

const settings = signal<KeySettings>(DEFAULTS);
const asked: string[] = [];
const browserKeys = {
  read: async () => ({ openPopup: "Alt+Shift+F", openPanel: "Alt+Shift+S" }),
  change: async () => void asked.push("browser's keys"),
};

/** As the page does it: what is changed comes back as a setting. */
function Page() {
  const change = (part: Partial<KeySettings>) => void (settings.value = { ...settings.value, ...part });
  return <KeyboardSection chosen={settings.value} change={change} browserKeys={browserKeys} />;
}

beforeEach(() => {
  settings.value = { singleKeys: true, keys: {} };
  asked.length = 0;
  render(<Page />, document.body);
});
afterEach(() => render(null, document.body));

function named(name: string): HTMLElement {
  const all = [...document.querySelectorAll<HTMLElement>("button, input")];
  const found = all.find((each) => (each.getAttribute("aria-label") ?? each.textContent) === name);
  if (!found) throw new Error(`Nothing is called ${name}`);
  return found;
}

const row = (name: string) =>
  [...document.querySelectorAll<HTMLElement>("li > button")].find((each) => each.firstChild?.textContent === name);
const keysOf = (name: string) => row(name)?.lastElementChild?.textContent;
const click = (element: HTMLElement | undefined) => act(() => element?.click());
const said = () => document.querySelector("li [role=status]")?.textContent;
const edit = (name: string) => click(row(name));

function press(key: string, init: KeyboardEventInit = {}) {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
  return act(() => void document.activeElement?.dispatchEvent(event)).then(() => event);
}

test("a row opens with focus in the field for a new key, and says what it is for", async () => {
  await edit("Star");
  expect(row("Star")?.getAttribute("aria-expanded")).toBe("true");
  expect(document.activeElement).toBe(named("New key for “Star”"));
});

test("the key pressed takes the place of the one before; the next ones come beside it", async () => {
  await edit("Star");
  await press("f");
  expect([keysOf("Star"), said(), settings.value.keys]).toEqual(["F", "F now does “Star”.", { toggleStar: ["f"] }]);
  await press("F2");
  expect([keysOf("Star"), said()]).toEqual(["F or F2", "F or F2 now does “Star”."]);
});

test("a key that is used elsewhere is taken from there only after a yes", async () => {
  await edit("Star");
  await press("j");
  expect(document.querySelector("li [role=group] [role=group]")?.textContent).toContain(
    "J is used for Next article. Use it here instead?",
  );
  expect([document.activeElement, settings.value.keys]).toEqual([named("Use it here"), {}]);
  await click(named("Use it here"));
  expect([keysOf("Star"), keysOf("Next article")]).toEqual(["J", "↓"]);
  expect(document.activeElement).toBe(named("New key for “Star”"));
});

test("a no leaves everything as it was", async () => {
  await edit("Mark read or unread");
  await press("/");
  expect(document.querySelector("li [role=group] [role=group]")?.textContent).toContain(
    "/ is used for Search and Find in article.",
  );
  await press("Escape");
  expect([settings.value.keys, keysOf("Mark read or unread")]).toEqual([{}, "M"]);
  expect(document.activeElement).toBe(named("New key for “Mark read or unread”"));
});

test.each([
  ["F5", {}, "F5 belongs to the browser, so it can’t be set."],
  ["s", { ctrlKey: true }, "Ctrl+S belongs to the browser, so it can’t be set."],
  ["ArrowDown", {}, "↓ always does the same, so it can’t be set."],
  [" ", {}, "Space always does the same, so it can’t be set."],
  ["Dead", {}, "This key types nothing by itself, so it can’t be set."],
])("%s (%j) is refused: %s", async (key, init, words) => {
  await edit("Star");
  await press(key, init);
  expect([said(), settings.value.keys]).toEqual([words, {}]);
});

test("Tab is left to the browser, so that nobody is caught in the field", async () => {
  await edit("Star");
  expect((await press("Tab")).defaultPrevented).toBe(false);
  expect((await press("Shift")).defaultPrevented).toBe(false);
  expect(settings.value.keys).toEqual({});
});

test("what a voice or a keyboard on the screen writes counts as pressed", async () => {
  await edit("Star");
  const field = named("New key for “Star”") as HTMLInputElement;
  field.value = "ö";
  await act(() => void field.dispatchEvent(new Event("input", { bubbles: true })));
  expect([keysOf("Star"), field.value]).toEqual(["Ö", ""]);
});

test("an action can have no key, and its first one again", async () => {
  await edit("Star");
  await click(named("No key"));
  expect([keysOf("Star"), said(), settings.value.keys]).toEqual([
    "No key",
    "“Star” has no key now.",
    { toggleStar: [] },
  ]);
  await click(named("Reset to S"));
  expect([keysOf("Star"), settings.value.keys]).toEqual(["S", {}]);
});

test("Escape and Done close the row, and focus is on it", async () => {
  await edit("Star");
  await press("Escape");
  expect([row("Star")?.getAttribute("aria-expanded"), document.activeElement]).toEqual(["false", row("Star")]);
  await edit("Star");
  await click(named("Done"));
  expect(document.activeElement).toBe(row("Star"));
});

test("all keys can be reset at once, and that can be undone", async () => {
  const keys = { toggleStar: ["f"], tag2: [] };
  await act(() => void (settings.value = { singleKeys: true, keys }));
  await click(named("Reset all keys"));
  expect([settings.value.keys, document.body.textContent?.includes("as they were at first")]).toEqual([{}, true]);
  await click(named("Undo"));
  expect(settings.value.keys).toEqual(keys);
});

test("a switch turns all single keys off, and says what still works", async () => {
  const turn = document.querySelector<HTMLInputElement>("input[role=switch]");
  expect([turn?.labels?.[0]?.textContent, turn?.checked]).toEqual(["Single-key shortcuts", true]);
  await act(() => turn?.click());
  expect(settings.value.singleKeys).toBe(false);
  expect(document.body.textContent).toContain("Arrows, Enter, Space and Esc still work.");
});

test("the sheet of all shortcuts and the browser's own keys are one click away", async () => {
  named("All shortcuts").focus();
  await click(named("All shortcuts"));
  expect(document.querySelector("dialog h2")?.textContent).toBe("Keyboard shortcuts");
  await click(named("Close"));
  expect([document.querySelector("dialog"), document.activeElement]).toEqual([null, named("All shortcuts")]);
  await click(named("Change the browser-wide shortcuts"));
  expect(asked).toEqual(["browser's keys"]);
});
