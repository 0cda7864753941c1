// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Announcer } from "../../components/Announcer.tsx";

beforeEach(() => void vi.useFakeTimers({ now: 100_000 }));
afterEach(() => void vi.useRealTimers());

const show = (done: number | null, arrivals = 0) => {
  const progress = done === null ? null : { done, total: 9 };
  act(() => render(<Announcer progress={progress} arrivals={arrivals} />, document.body));
};
const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
const said = () => Array.from(document.querySelectorAll("[role=status]"), (region) => region.textContent);

test("how far a refresh is, is said at most every two seconds, and at last that it is done", () => {
  show(null);
  pass(0);
  expect(said()).toEqual(["", ""]);
  const changes = new Set<string | null | undefined>();
  for (let done = 0; done < 9; done++) {
    show(done);
    for (let i = 0; i < 5; i++) {
      pass(100);
      changes.add(said()[0]);
    }
  }
  // Within four and a half seconds: one at once, one after two seconds and one after four.
  expect(changes.size).toBe(3);
  show(null);
  pass(2_000);
  expect(said()).toEqual(["Updated just now", ""]);
});

test("new articles are said by a region that was there before them, and not again while they wait", () => {
  show(null);
  const [, region] = document.querySelectorAll("[role=status]");
  show(null, 3);
  const [text] = region?.childNodes ?? [];
  show(0, 3);
  show(null, 3);
  expect(said()[1]).toBe("3 new articles");
  // The same text in the same place: nothing has changed that would be heard.
  expect([...document.querySelectorAll("[role=status]")][1]?.firstChild).toBe(text);
});
