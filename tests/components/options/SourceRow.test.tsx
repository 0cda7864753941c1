// @vitest-environment jsdom
import "../../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test } from "vitest";
import { SourceRow } from "../../../components/options/SourceRow.tsx";
import type { Source } from "../../../lib/view/sources.ts";

const well: Source = {
  id: "home",
  title: "A source",
  monogram: "A",
  tint: 0,
  isHome: false,
  url: "https://a.example/feed",
  isSecure: true,
  shownUrl: "a.example/feed",
  unread: 3,
  isChecking: false,
  checkedAt: 0,
  nextCheckAt: 60_000,
  trouble: [],
  remedy: null,
};
const ill: Source = { ...well, trouble: [{ key: "noAnswerYet", values: [] }], remedy: "tryNow" };

beforeEach(() => show(null));

test("when trying again helped, the row's own button takes the focus of the link that is gone", () => {
  show(ill);
  find(".err .link")?.focus();
  show(well);
  expect(document.activeElement).toBe(find(".a button"));
});

test("a source that gets well by itself takes no focus", () => {
  show(ill);
  show(well);
  expect(document.activeElement).toBe(document.body);
});

test("a source that its publisher has closed names no next check", () => {
  show({ ...well, nextCheckAt: null });
  expect(document.body.textContent).toContain("No further checks");
});

function show(source: Source | null): void {
  const row = source && <SourceRow source={source} now={0} onTryNow={() => {}} onAllow={() => {}} />;
  act(() => render(row, document.body));
}

function find(selector: string): HTMLElement | null {
  return document.querySelector(selector);
}
