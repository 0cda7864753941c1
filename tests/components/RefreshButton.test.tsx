// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import { RefreshButton } from "../../components/RefreshButton.tsx";

test("the button keeps focus while a refresh begins and ends, and can't be pressed twice", () => {
  const onRefresh = vi.fn();
  const show = (progress: { done: number; total: number } | null) =>
    act(() => render(<RefreshButton progress={progress} onRefresh={onRefresh} />, document.body));
  show(null);
  const button = document.querySelector("button");
  button?.focus();
  button?.click();
  show({ done: 0, total: 2 });
  expect(document.activeElement).toBe(button);
  expect(button?.getAttribute("aria-label")).toBe("Refreshing");
  button?.click();
  expect(onRefresh).toHaveBeenCalledOnce();
  show(null);
  expect(document.activeElement).toBe(button);
  expect(button?.getAttribute("aria-label")).toBe("Refresh");
});

test("where there are details, the ring opens and closes them", () => {
  const onDetails = vi.fn();
  const onRefresh = vi.fn();
  const progress = { done: 1, total: 2 };
  const shown = <RefreshButton progress={progress} onRefresh={onRefresh} onDetails={onDetails} isOpen={false} />;
  act(() => render(shown, document.body));
  const button = document.querySelector("button");
  button?.click();
  expect([onDetails, onRefresh].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
  expect(button?.getAttribute("aria-expanded")).toBe("false");
  expect(button?.hasAttribute("aria-disabled")).toBe(false);
});
