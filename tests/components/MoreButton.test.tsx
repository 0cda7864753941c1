// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MoreButton } from "../../components/MoreButton.tsx";
import { allByRole, byRole, namesOf } from "../support/byRole.ts";

let done: string[];
let reached: string[];

const listener = (event: KeyboardEvent) => void (event.defaultPrevented || reached.push(event.key));

beforeEach(() => {
  done = [];
  reached = [];
  document.addEventListener("keydown", listener);
  const items = ["Copy link", "Share", "Print"].map((label) => ({
    icon: "star" as const,
    label,
    onPress: () => void done.push(label),
  }));
  const page = (
    <>
      <MoreButton items={items} />
      <p>
        <button type="button">Elsewhere</button>
      </p>
    </>
  );
  act(() => render(page, document.body));
});
afterEach(() => {
  document.removeEventListener("keydown", listener);
  render(null, document.body);
});

const opener = () => byRole("button", "More");
const focused = () => document.activeElement?.querySelector("span")?.textContent;
const isOpen = () => allByRole("menu").length > 0;

function open(): void {
  opener().focus();
  act(() => opener().click());
}

function press(key: string): void {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  act(() => void document.activeElement?.dispatchEvent(event));
}

test("a click opens the menu with focus on its first entry", () => {
  expect(opener().getAttribute("aria-haspopup")).toBe("menu");
  expect(opener().getAttribute("aria-expanded")).toBe("false");
  open();
  expect(namesOf("menuitem")).toEqual(["Copy link", "Share", "Print"]);
  expect(focused()).toBe("Copy link");
  expect(opener().getAttribute("aria-expanded")).toBe("true");
});

test("the arrows on the button open it at either end", () => {
  opener().focus();
  press("ArrowUp");
  expect(focused()).toBe("Print");
  press("Escape");
  press("ArrowDown");
  expect(focused()).toBe("Copy link");
});

test("arrows and letters move in it, and no key reaches the page beneath", () => {
  open();
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "s"]) press(key);
  expect(focused()).toBe("Share");
  press("x");
  expect(focused()).toBe("Share");
  expect(reached).toEqual([]);
});

test("Esc closes it and gives focus back", () => {
  open();
  press("Escape");
  expect(isOpen()).toBe(false);
  expect(document.activeElement).toBe(opener());
  expect(done).toEqual([]);
});

test("Tab closes it and goes on from the button", () => {
  open();
  press("Tab");
  expect(isOpen()).toBe(false);
  expect(document.activeElement).toBe(opener());
  expect(reached).toEqual(["Tab"]);
});

test("an entry does what it says, once the menu is gone", () => {
  open();
  act(() => byRole("menuitem", "Share").click());
  expect(done).toEqual(["Share"]);
  expect(isOpen()).toBe(false);
});

test("it closes when focus leaves it, which stays where it went", () => {
  open();
  act(() => byRole("button", "Elsewhere").focus());
  expect(isOpen()).toBe(false);
  expect(document.activeElement).toBe(byRole("button", "Elsewhere"));
});

test("it closes when the pointer goes down elsewhere", () => {
  open();
  act(() => void document.querySelector("p")?.dispatchEvent(new Event("pointerdown", { bubbles: true })));
  expect(isOpen()).toBe(false);
});

test("a second click closes it", () => {
  open();
  act(() => opener().click());
  expect(isOpen()).toBe(false);
});
