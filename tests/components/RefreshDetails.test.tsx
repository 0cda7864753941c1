// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RefreshDetails } from "../../components/RefreshDetails.tsx";
import { newFeed } from "../../lib/db/feeds.ts";
import { LEASE_MS } from "../../lib/db/lease.ts";
import type { Db } from "../../lib/db/schema.ts";
import { readState, writeState } from "../../lib/db/state.ts";
import type { Feed } from "../../lib/model.ts";
import type { Reader } from "../../lib/view/reader.ts";
import { noting, openReader } from "../support/readers.ts";
import { makeDb, NOW } from "../support/rows.ts";

let db: Db;
let reader: Reader;
let seen: string[];

beforeEach(async () => {
  act(() => render(null, document.body));
  db = makeDb();
  seen = [];
  await addFeeds();
  await writeState(db, "refreshRun", { startedAt: NOW - 1_000, feedIds: ["a", "b", "c", "d"] });
  reader = openReader(db, noting(seen));
  reader.details.value = { of: "run" };
  act(() => render(<RefreshDetails reader={reader} home={() => null} />, document.body));
  await vi.waitFor(() => expect(rows()).toHaveLength(4));
});
afterEach(() => render(null, document.body));

async function addFeeds(): Promise<void> {
  const feed = (id: string, title: string, change: Partial<Feed>) =>
    db.feeds.put({ ...newFeed({ id, url: `https://${id}.example/`, title, homeUrl: null }, 0), ...change });
  const answered = { lastTriedAt: NOW, lastFetchedAt: NOW };
  await feed("a", "Example News", { ...answered, brought: 3 });
  await feed("b", "Harbour Weekly", { ...answered, brought: 0 });
  await feed("c", "Open Field Notes", { lastTriedAt: NOW, lease: { id: "x", until: NOW + LEASE_MS } });
  await feed("d", "The Quiet Lab", {});
}

const rows = () => Array.from(document.querySelectorAll("li"), (row) => row.textContent);
const button = (name: string) =>
  [...document.querySelectorAll("button")].find((one) => (one.getAttribute("aria-label") ?? one.textContent) === name);
const title = () => document.querySelector("h2")?.textContent;

/** What the background does once it has seen the wish. */
const end = () => change("c", { lease: null, lastFetchedAt: NOW, brought: 1 });
const change = (id: string, to: Partial<Feed>) => act(async () => void (await db.feeds.update(id, to)));

test("says of each source what it brought, or where it stands", () => {
  expect(rows()).toEqual([
    "Example News3 new",
    "Harbour WeeklyNo change",
    "Open Field NotesChecking now",
    "The Quiet LabWaiting",
  ]);
  expect(title()).toBe("Refreshing");
  expect(document.body.textContent).toContain("2 of 4");
});

test("Stop writes the wish into the row of this refresh, and focus stays in the details", async () => {
  button("Stop")?.focus();
  await act(() => button("Stop")?.click());
  await vi.waitFor(() => expect(title()).toBe("Refresh stopped"));
  expect(await readState(db, "refreshRun")).toMatchObject({ startedAt: NOW - 1_000, stoppedAt: NOW });
  expect(seen).toEqual([]);
  expect(document.activeElement).toBe(button("Close details"));
  await end();
  await vi.waitFor(() => expect(rows()).toContain("Open Field Notes1 new"));
  expect(rows()).toContain("The Quiet LabNot checked");
});

test("a refresh with a failure offers to try again, and says why it failed", async () => {
  await end();
  const trouble = { kind: "timeout", at: NOW, host: "d.example" } as const;
  await change("d", { lastTriedAt: NOW, failures: 1, trouble });
  await vi.waitFor(() => expect(title()).toBe("Last refresh"));
  expect(rows()).toContain("The Quiet LabNo answer yet. d.example took too long to reply.");
  await act(() => button("Try again")?.click());
  expect(seen).toEqual(["refresh null"]);
});
