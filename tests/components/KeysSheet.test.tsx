// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { holdKeys } from "../../components/holdKeys.ts";
import { ReaderPage } from "../../components/ReaderPage.tsx";
import { DEFAULTS, type KeySettings } from "../../lib/settings.ts";
import { withoutLayout } from "../support/layoutless.ts";
import { makeReader } from "../support/readers.ts";
import { makeDb } from "../support/rows.ts";

withoutLayout();

afterEach(() => render(null, document.body));

/** What is loaded takes its time where much else is running. */
const PATIENT = { timeout: 10_000 };

const sheet = () => document.querySelector("dialog");

/** What the sheet says of an action. */
function keysOf(name: string): string | undefined {
  const term = [...document.querySelectorAll("dt")].find((each) => each.textContent === name);
  return term?.nextElementSibling?.textContent;
}

const button = (name: string) =>
  [...document.querySelectorAll("button")].find(
    (each) => each.textContent === name || each.getAttribute("aria-label") === name,
  );

async function open(change: Partial<KeySettings> = {}) {
  const asked: string[] = [];
  const keySettings = signal<KeySettings>({ ...DEFAULTS, ...change });
  const reader = await makeReader(makeDb(), 2, {
    keySettings,
    openSettings: async (part) => void asked.push(String(part)),
    browserKeys: {
      read: async () => ({ openPopup: "Alt+Shift+F", openPanel: "" }),
      change: async () => void asked.push("browser's keys"),
    },
  });
  await act(() => render(<ReaderPage reader={reader} form="panel" letKeysBeObeyed={holdKeys()} />, document.body));
  const origin = await vi.waitUntil(() => button("Search"), PATIENT);
  origin.focus();
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  return { reader, keySettings, asked, origin, press };
}

async function openSheet(change: Partial<KeySettings> = {}) {
  const opened = await open(change);
  await act(() => void (opened.reader.areKeysShown.value = true));
  await vi.waitFor(() => expect(sheet()).not.toBeNull(), PATIENT);
  await vi.waitFor(() => expect(keysOf("Open the popup")).not.toBe(""), PATIENT);
  return opened;
}

test("the question mark opens the sheet, Escape closes it, and focus is back where it was", async () => {
  const { press, origin } = await open();
  // Before what obeys keys is loaded: it waits for it.
  press("?");
  await vi.waitFor(() => expect(sheet()).not.toBeNull(), PATIENT);
  expect(sheet()?.getAttribute("aria-labelledby")).toBe(document.querySelector("dialog h2")?.id);
  expect(document.querySelector("dialog h2")?.textContent).toBe("Keyboard shortcuts");
  expect(sheet()?.contains(document.activeElement)).toBe(true);
  // The browser's own word for Escape in a dialog.
  await act(() => void sheet()?.dispatchEvent(new Event("cancel", { cancelable: true })));
  expect(sheet()).toBeNull();
  expect(document.activeElement).toBe(origin);
});

test("it shows all keys, those of the browser too, in groups", async () => {
  await openSheet();
  expect(Array.from(document.querySelectorAll("dialog h3"), (title) => title.textContent)).toEqual([
    "Moving",
    "Article",
    "Text",
    "Lists",
    "Other",
    "Anywhere in the browser",
  ]);
  expect(keysOf("Next article")).toBe("J or ↓");
  expect(keysOf("Open original in the background")).toBe("V or B");
  expect(keysOf("Mark list read")).toBe("ShiftA");
  expect(keysOf("Go to Starred")).toBe("G then S");
  expect(keysOf("Back to list")).toBe("Esc or Backspace");
  expect(keysOf("Tags, in their order")).toBe("1–9");
  expect([keysOf("Open the popup"), keysOf("Open side panel")]).toEqual(["AltShiftF", "No key"]);
});

test("it shows the keys as they are set, and follows what is set meanwhile", async () => {
  const { keySettings } = await openSheet({ keys: { toggleStar: ["f", "F2"], tag3: [] } });
  expect(keysOf("Star")).toBe("F or F2");
  expect(keysOf("Tags, in their order")).toBe("12456789");
  await act(() => void (keySettings.value = { singleKeys: true, keys: { goTo: ["x"], toggleStar: [] } }));
  expect(keysOf("Go to Starred")).toBe("X then S");
  expect(keysOf("Star")).toBeUndefined();
});

test("where single keys are off it says so, shows what still works, and leads to the settings", async () => {
  const { asked, reader } = await openSheet({ singleKeys: false });
  expect(sheet()?.textContent).toContain("Single-key shortcuts are off");
  expect([keysOf("Next article"), keysOf("Star"), keysOf("Page up")]).toEqual(["↓", undefined, "ShiftSpace"]);
  await act(() => button("Change keys")?.click());
  expect(asked).toEqual(["keyboard"]);
  expect(reader.areKeysShown.value).toBe(false);
});

test("a word leads to where the browser changes its keys", async () => {
  const { asked } = await openSheet();
  button("Change in the browser")?.click();
  expect(asked).toEqual(["browser's keys"]);
});

test("keys pressed in the sheet leave what lies under it alone, and the question mark closes it", async () => {
  const { reader, press } = await openSheet();
  press("j");
  press("u");
  expect([reader.selectedId.value, reader.filter.value.view]).toEqual([null, "all"]);
  await act(() => void press("?"));
  expect(sheet()).toBeNull();
});
