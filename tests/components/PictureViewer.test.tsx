// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PictureViewer } from "../../components/PictureViewer.tsx";
import { withoutLayout } from "../support/layoutless.ts";

withoutLayout();
Element.prototype.scrollTo = () => {};

const PICTURES = ["Hills", "Sea", "Sky"].map((alt) => ({
  source: `blob:${alt}`,
  alt,
  caption: alt === "Sea" ? "The sea, 1903" : "",
}));
const onClose = vi.fn();
const onPage = vi.fn();

const show = (count: number) =>
  act(() => render(<PictureViewer pictures={PICTURES.slice(0, count)} first={0} onClose={onClose} />, document.body));

beforeEach(() => addEventListener("keydown", onPage));
afterEach(() => {
  removeEventListener("keydown", onPage);
  vi.clearAllMocks();
  act(() => render(null, document.body));
});

const shown = () => document.querySelector("img")?.alt;
const words = () => document.querySelector("dialog .cap")?.textContent;
const button = (name: string) => document.querySelector<HTMLElement>(`button[aria-label="${name}"]`);
const press = (key: string) =>
  act(
    () =>
      void document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
      ),
  );

test("one picture is shown with its words, and nothing to go to", () => {
  show(1);
  expect([shown(), words()]).toEqual(["Hills", "Hills"]);
  expect(document.querySelector("dialog")?.getAttribute("aria-modal")).toBe("true");
  expect(button("Next picture")).toBeNull();
  expect(document.activeElement).toBe(button("Close"));
});

test("the arrows lead through all, and round", () => {
  show(3);
  press("ArrowRight");
  expect([shown(), words()]).toEqual(["Sea", "The sea, 1903"]);
  expect(document.querySelector("[role=status]")?.textContent).toBe("2 of 3");
  press("ArrowLeft");
  press("ArrowLeft");
  expect(shown()).toBe("Sky");
  act(() => button("Next picture")?.click());
  expect(shown()).toBe("Hills");
});

test("at its own size the arrows scroll, and the next one is whole again", () => {
  show(3);
  act(() => button("Actual size")?.click());
  expect(button("Actual size")?.getAttribute("aria-pressed")).toBe("true");
  press("ArrowRight");
  expect(shown()).toBe("Hills");
  act(() => button("Next picture")?.click());
  expect(button("Actual size")?.getAttribute("aria-pressed")).toBe("false");
});

test("a click beside the picture closes, one on it does not", () => {
  show(1);
  act(() => document.querySelector("img")?.click());
  expect(onClose).not.toHaveBeenCalled();
  act(() => document.querySelector<HTMLElement>(".stage")?.click());
  expect(onClose).toHaveBeenCalledOnce();
});

test("keys mean nothing to the page behind", () => {
  show(3);
  for (const key of ["j", "Escape", "ArrowRight", " "]) press(key);
  expect(onPage).not.toHaveBeenCalled();
});
