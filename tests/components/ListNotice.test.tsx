// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import { ListNotice } from "../../components/ListNotice.tsx";
import { newFeed } from "../../lib/db/feeds.ts";
import type { Feed, Trouble } from "../../lib/model.ts";
import type { Disk } from "../../lib/view/outage.ts";
import { NOW } from "../support/rows.ts";

type Kind = Trouble["kind"] | null;

const names = ["The Quiet Lab", "Harbour Weekly", "Open Field Notes"];
const feedsWith = (kinds: Kind[]): Feed[] =>
  kinds.map((kind, i) => ({
    ...newFeed({ id: `${i}`, url: `https://${i}.example/`, title: names[i] ?? "", homeUrl: null }, NOW),
    trouble: kind && { kind, at: NOW },
  }));

const openSettings = vi.fn();
const onDetails = vi.fn();

function show(feeds: Feed[], { disk = "roomy", stored = 286 }: { disk?: Disk; stored?: number } = {}): void {
  act(() => render(<ListNotice {...{ feeds, disk, stored, openSettings, onDetails }} />, document.body));
}
const notice = () => document.querySelector("[role=status], [role=alert]");
const action = () => document.querySelector("button");

test.each<[kinds: Kind[], text: string, action: string | undefined]>([
  [["timeout", null, null], "The Quiet Lab didn’t answer. Other sources are up to date.", "Details"],
  [["timeout", "serverError", null], "2 sources didn’t answer. The rest are up to date.", "Details"],
  [
    ["timeout", "timeout", "serverError"],
    "No source answered. Your connection works, so they may be down or blocked.",
    "Details",
  ],
  [["notAFeed", null, null], "The Quiet Lab couldn’t be read. Other sources are up to date.", "Details"],
  [["offline", "offline", "offline"], "You’re offline. 286 saved articles are ready to read.", undefined],
])("%j: says “%s”", (kinds, text, label) => {
  show(feedsWith(kinds));
  expect(notice()?.querySelector("span")?.textContent).toBe(text);
  expect(notice()?.getAttribute("role")).toBe("status");
  expect(action()?.textContent).toBe(label);
});

test("a full disk comes before all else, interrupts, and leads to the storage settings", () => {
  show(feedsWith(["timeout", "timeout", "timeout"]), { disk: "full" });
  expect(notice()?.getAttribute("role")).toBe("alert");
  expect(notice()?.querySelector("span")?.textContent).toBe(
    "Storage is full, so new pictures aren’t being saved. Text still is.",
  );
  action()?.click();
  expect(openSettings).toHaveBeenCalledExactlyOnceWith("storage");
});

test("Details is about the sources that have a trouble", () => {
  const feeds = feedsWith(["timeout", null, "serverError"]);
  show(feeds);
  action()?.click();
  expect(onDetails).toHaveBeenCalledExactlyOnceWith([feeds[0], feeds[2]]);
});

test("when all is well, or nothing is stored that could be read meanwhile, there is no notice", () => {
  show(feedsWith([null, null]));
  expect(notice()).toBeNull();
  show(feedsWith(["offline"]), { stored: 0 });
  expect(notice()).toBeNull();
});
