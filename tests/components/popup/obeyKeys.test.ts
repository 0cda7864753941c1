// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { obeyKeys } from "../../../components/popup/obeyKeys.ts";
import type { KeySettings } from "../../../lib/settings.ts";
import { keymapOf } from "../../../lib/view/keymap.ts";
import type { PopupActs } from "../../../lib/view/popupActs.ts";
import type { PopupPage } from "../../../lib/view/popupPage.ts";

let asked: string[];
let press: (key: string, init?: KeyboardEventInit) => KeyboardEvent;

/** Each act writes itself down, with the article or tag that it was asked for. */
const acts = new Proxy({} as PopupActs, {
  get: (_acts, name) => (what?: { id: number } | string | null) =>
    void asked.push([name, typeof what === "object" ? what?.id : what].filter((word) => word !== undefined).join(" ")),
});
// What keys ask of the page: its rows and its chips.
const page = {
  shelf: { articles: [{ id: 1 }, { id: 2 }] },
  chips: [{ tag: null }, { tag: "world" }],
} as PopupPage;

function open(settings: Partial<KeySettings> = {}): void {
  asked = [];
  const obey = obeyKeys(
    { page: () => page, acts, list: () => document.querySelector("ul") },
    keymapOf({ singleKeys: true, keys: {}, ...settings }),
  );
  press = (key, init) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
    document.activeElement?.dispatchEvent(event);
    obey(event);
    return event;
  };
}

beforeEach(() => {
  const row = (id: number) =>
    `<li class="row" data-article="${id}"><span class="hl"><a href="#${id}" tabindex="0">${id}</a></span></li>`;
  const made = new DOMParser().parseFromString(`<ul>${row(1)}${row(2)}</ul>`, "text/html");
  document.body.replaceChildren(...made.body.children);
  open();
});

const focused = () => document.activeElement?.textContent;

test.each([
  ["j", "1", "2"],
  ["ArrowDown", "1", "2"],
  ["n", "1", "2"],
])("%s walks down the rows, and K back", (key, first, second) => {
  press(key);
  expect(focused()).toBe(first);
  press(key);
  expect(focused()).toBe(second);
  press("k");
  expect(focused()).toBe(first);
});

test.each([
  ["m", "toggleUnread 1", {}],
  ["s", "toggleStar 1", {}],
  ["l", "toggleLater 1", {}],
  ["v", "openOriginal 1", {}],
  ["b", "openOriginal 1", {}],
  ["O", "openTab 1", { shiftKey: true }],
  ["r", "refresh", {}],
  ["R", "refresh", { shiftKey: true }],
  [".", "showArrivals", {}],
  ["A", "markAllRead", { shiftKey: true }],
  ["z", "undo", {}],
  [",", "openSettings", {}],
  ["1", "choose ", {}],
  ["2", "choose world", {}],
])("%s: %s", (key, act, init) => {
  press("j");
  expect(press(key, init).defaultPrevented).toBe(true);
  expect(asked.map((each) => each.trim())).toEqual([act.trim()]);
});

test("what the popup does not have is left to the browser", () => {
  for (const key of ["/", "u", "g", "a", "?", "Escape", "9"]) expect(press(key).defaultPrevented).toBe(false);
  expect(asked).toEqual([]);
});

test("without a row that has the focus, a key for one is left to the browser", () => {
  expect(press("s").defaultPrevented).toBe(false);
  expect(asked).toEqual([]);
});

test("a key that is held walks, and turns nothing over again", () => {
  press("j");
  press("s", { repeat: true });
  expect(asked).toEqual([]);
  press("j", { repeat: true });
  expect(focused()).toBe("2");
});

test("keys are those that are set, and with all single keys off the arrows still walk", () => {
  open({ keys: { toggleStar: ["f"] } });
  press("j");
  press("s");
  press("f");
  expect(asked).toEqual(["toggleStar 1"]);
  open({ singleKeys: false });
  press("ArrowDown");
  press("f");
  expect([focused(), asked]).toEqual(["2", []]);
});
