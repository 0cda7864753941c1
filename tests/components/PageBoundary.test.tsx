// @vitest-environment jsdom
import "fake-indexeddb/auto";
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PageBoundary } from "../../components/PageBoundary.tsx";

const draw = (Page: () => preact.JSX.Element) =>
  act(() =>
    render(
      <PageBoundary>
        <Page />
      </PageBoundary>,
      document.body,
    ),
  );

const reject = (reason: unknown) =>
  act(() => void dispatchEvent(Object.assign(new Event("unhandledrejection"), { reason })));

const alert = () => document.querySelector("[role=alert]")?.textContent ?? null;
const isPageThere = () => document.body.textContent?.includes("The page") ?? false;

beforeEach(() => draw(() => <p>The page</p>));
afterEach(() => render(null, document.body));

test("a write that found no room is told beside the page, until it is closed, each time", async () => {
  const full = Object.assign(new Error("The disk is full."), { name: "QuotaExceededError" });
  for (const fault of [full, Object.assign(new Error("aborted"), { inner: full })]) {
    await reject(fault);
    await vi.waitFor(() => expect(alert()).toContain("no room left"));
    expect(isPageThere()).toBe(true);
    await act(() => document.querySelector<HTMLElement>("[role=alert] button")?.click());
    expect([alert(), isPageThere()]).toEqual([null, true]);
  }
});

test("a fault of ours takes the page's place, with a way on", async () => {
  await reject(new Error("our fault"));
  await vi.waitFor(() => expect(alert()).toContain("Reload"));
  expect(isPageThere()).toBe(false);
});

test("so does one in drawing, and nothing of half a page stays", async () => {
  await draw(() => {
    throw new Error("our fault");
  });
  await vi.waitFor(() => expect(alert()).toContain("Reload"));
  expect(isPageThere()).toBe(false);
});
