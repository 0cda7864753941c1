// @vitest-environment jsdom
import "../../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { DoctorPanel } from "../../../components/options/DoctorPanel.tsx";
import { newFeed } from "../../../lib/db/feeds.ts";
import type { Examined } from "../../../lib/view/doctor.ts";
import { byRole } from "../../support/byRole.ts";
import { sourceOf } from "../../support/sourceRows.ts";

const NOW = Date.UTC(2024, 6, 3, 12);

const examined: Examined = {
  feed: {
    ...newFeed({ id: "a", url: "https://a.example/feed", title: "A source", homeUrl: null }, NOW),
    lastFetchedAt: NOW - 60_000,
    nextFetchAt: NOW + 26 * 60_000,
    movedTo: { url: "https://a.example/rss", firstAt: NOW, times: 2 },
    validators: { etag: '"1"', lastModified: null, bodyHash: null, storedAt: NOW },
  },
  answers: [
    { id: 2, at: NOW - 60_000, url: "https://a.example/feed", why: "due", status: 304, bytes: 0, ms: 120 },
    { id: 1, at: NOW - 3_600_000, url: "https://a.example/feed", why: "asked", status: 200, bytes: 14_200, ms: 900 },
  ],
  report: {
    at: NOW - 3_600_000,
    title: "A source",
    format: "rss",
    encoding: "windows-1252",
    bytes: 14_200,
    items: 20,
    merged: 1,
    withoutGuid: 3,
    withoutDate: 0,
    ahead: 0,
    repairs: [{ kind: "doctypeCut", count: 1 }],
  },
};

afterEach(() => act(() => render(null, document.body)));

test("it says when the next check is and why, what was answered, and what was repaired and merged", () => {
  show(examined);
  const facts = [...document.querySelectorAll("dl > div")].map((fact) => fact.textContent);
  expect(facts).toEqual([
    "Next checkNext check in 26 min. 1 hour is the usual pause.",
    "Addresshttps://a.example/feed It led to https://a.example/rss 2 times. After 5 times in a week, that becomes its address.",
    "DocumentRSS, windows-1252, 20 entries, 14 kB, 1 hr. ago",
    "Ids of articlesEntries without a guid or id: 3 of 20. Without one, a reader can’t tell a changed entry from a new one.",
    "DatesEach article has a date that makes sense.",
    "Duplicates merged1",
    expect.stringContaining("DOCTYPE cut off"),
  ]);
  const rows = [...document.querySelectorAll(".requests li")].map((row) => row.textContent);
  expect(rows).toEqual([
    "1 min. agoRegular checkNothing new (304)0 byte0.1 sec",
    "1 hr. agoYou askedAnswered (200)14 kB0.9 sec",
  ]);
});

test("what a publisher could do better can be copied as a message", async () => {
  const copied: string[] = [];
  Object.assign(navigator, { clipboard: { writeText: async (text: string) => void copied.push(text) } });
  const said = show(examined);
  act(() => byRole("button", "Copy as a message").click());
  await vi.waitFor(() => expect(said).toEqual(["copied"]));
  expect(copied[0]?.split("\n")).toEqual([
    "About your feed “A source” (https://a.example/feed):",
    "",
    expect.stringContaining("- Entries without a guid or id: 3 of 20."),
    "- Entries that are listed more than once: 1 of 20.",
    expect.stringContaining("- The feed redirects to https://a.example/rss."),
    "",
    "Found by Foldline, a feed reader.",
  ]);
});

test("Esc closes it", () => {
  const said = show(examined);
  act(() => void document.querySelector(".doctor h4")?.dispatchEvent(new KeyboardEvent("keydown", ESC)));
  expect(said).toEqual(["closed"]);
});

const ESC = { key: "Escape", bubbles: true };

function show(what: Examined): string[] {
  const said: string[] = [];
  const given = {
    source: sourceOf({ id: "a" }),
    examine: (_: string, show: (examined: Examined) => void) => (show(what), () => {}),
    now: NOW,
    say: (key: string) => void said.push(key),
    onClose: () => void said.push("closed"),
  };
  act(() => render(<DoctorPanel {...given} />, document.body));
  return said;
}
