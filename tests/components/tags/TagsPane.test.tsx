// @vitest-environment jsdom
import "../../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { holdKeys } from "../../../components/holdKeys.ts";
import { nameTags } from "../../../components/namedTags.ts";
import { ReaderPage } from "../../../components/ReaderPage.tsx";
import type { Db } from "../../../lib/db/schema.ts";
import type { Reader } from "../../../lib/view/reader.ts";
import { namesFrom } from "../../../lib/view/tagNames.ts";
import { allByRole, byRole, nameOf, namesOf } from "../../support/byRole.ts";
import { withoutLayout } from "../../support/layoutless.ts";
import { openReader } from "../../support/readers.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

withoutLayout();

let db: Db;
let reader: Reader;

// Loaded when a page is idle, which here it never is for long.
beforeAll(async () => {
  await import("../../../components/tags/TagsPane.tsx");
  await import("../../../components/tags/TagTools.tsx");
  await import("../../../components/pageKeys.ts");
}, 60_000);
beforeEach(async () => {
  db = makeDb();
  await storeTagged(["world"], ["world", "js"], ["world"], ["javascript"], ["javascript", "art"]);
  await draw();
});
afterEach(() => render(null, document.body));

const storeTagged = (...tags: string[][]) =>
  store(db, { insert: tags.map((each, i) => makeDraft({ title: `${each} ${i}`, tags: each, sortAt: NOW - i })) });

async function draw(): Promise<void> {
  reader = openReader(db);
  nameTags(namesFrom(reader.choices));
  await vi.waitFor(() => expect(reader.counts.value.size).toBeGreaterThan(0));
  await act(() => render(<ReaderPage reader={reader} form="panel" letKeysBeObeyed={holdKeys()} />, document.body));
}

async function openTags(): Promise<void> {
  await act(() => byRole("button", "All tags").click());
  await vi.waitFor(() => byRole("heading", "Tags"));
}

const press = (key: string) =>
  act(() => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
const focused = () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "";
const tagLinks = () => namesOf("link").filter((name) => /unread, .+ articles?$/.test(name));
const linkTo = (start: string) => allByRole("link").find((link) => nameOf(link).startsWith(start));
const happens = (on: Element, what: "change" | "input") =>
  act(() => void on.dispatchEvent(new Event(what, { bubbles: true })));

function labelled(label: string): HTMLInputElement | HTMLSelectElement {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select");
  const found = [...fields].find(
    (field) => field.getAttribute("aria-label") === label || field.labels?.[0]?.textContent?.startsWith(label),
  );
  if (!found) throw new Error(`no field is labelled "${label}"`);
  return found;
}

const click = (role: string, name: string) => act(() => byRole(role, name).click());

test("all tags are listed, the most unread first, each with its numbers", async () => {
  await openTags();
  expect(tagLinks()).toEqual([
    "World3 unread, 3 articles",
    "Javascript2 unread, 2 articles",
    "Art1 unread, 1 article",
    "Js1 unread, 1 article",
  ]);
  expect(document.activeElement).toBe(byRole("heading", "Tags"));
});

test("they are gone through by keys, and Escape leads back to the button that opened them", async () => {
  const opener = byRole("button", "All tags");
  opener.focus();
  await openTags();
  await press("j");
  await vi.waitFor(() => expect(focused()).toMatch(/^World/));
  await press("ArrowDown");
  await press("j");
  await press("k");
  expect(focused()).toMatch(/^Javascript/);
  await press("Escape");
  await vi.waitFor(() => expect(document.activeElement).toBe(byRole("button", "All tags")));
});

test("G then T opens them, over a search too", async () => {
  reader.searchFor("map");
  await press("g");
  await press("t");
  await vi.waitFor(() => byRole("heading", "Tags"));
  expect(reader.searched.value).toBeNull();
});

test("a tag's list has its name for a heading, with pin and mute beside it", async () => {
  await openTags();
  await act(() => linkTo("World3 unread")?.click());
  await vi.waitFor(() => byRole("heading", "World"));
  expect(reader.filter.value.tag).toBe("world");
  await vi.waitFor(() => byRole("button", "Pin World"));
  await click("button", "Pin World");
  await vi.waitFor(() => expect(byRole("button", "Pin World").getAttribute("aria-pressed")).toBe("true"));
  await vi.waitFor(() => expect(document.body.textContent).toContain("World comes first now"));
  await click("button", "Undo");
  await vi.waitFor(() => expect(byRole("button", "Pin World").getAttribute("aria-pressed")).toBe("false"));
  await click("button", "Mute World");
  await vi.waitFor(() => expect(reader.counts.value.get("unread")).toBe(2));
  expect(reader.list.rows.value).toHaveLength(3);
});

test("two that look alike are merged on a click, and focus goes on to what is left", async () => {
  await openTags();
  expect(document.body.textContent).toContain("Merge Js into Javascript?");
  const merge = byRole("button", "Merge Js into Javascript");
  merge.focus();
  await act(() => merge.click());
  await vi.waitFor(() => expect(tagLinks()).toContain("Javascript3 unread, 3 articles"));
  expect(namesOf("button")).not.toContain("Merge Js into Javascript");
  expect(document.body.textContent).toContain("Also Js");
  expect(document.activeElement).toBe(byRole("heading", "Tags"));
  await press("z");
  await vi.waitFor(() => expect(tagLinks()).toContain("Js1 unread, 1 article"));
  await vi.waitFor(() => byRole("button", "Merge Js into Javascript"));
});

test("two that are said not to be the same are not offered again", async () => {
  await openTags();
  await click("button", "Not the same: Js and Javascript");
  await vi.waitFor(() => expect(namesOf("button")).not.toContain("Merge Js into Javascript"));
  expect(tagLinks()).toHaveLength(4);
});

test("when one question is answered focus is on the next one", async () => {
  await storeTagged(["game"], ["games"], ["games"]);
  await openTags();
  await vi.waitFor(() => byRole("button", "Merge Game into Games"));
  const answer = byRole("button", "Not the same: Js and Javascript");
  answer.focus();
  await act(() => answer.click());
  await vi.waitFor(() => expect(focused()).toBe("Merge Game into Games"));
});

test("a tag is renamed below its row, and everything calls it so", async () => {
  await openTags();
  await click("button", "Edit Art");
  const field = labelled("Name");
  expect(document.activeElement).toBe(field);
  field.value = "Museums";
  await click("button", "Save");
  await vi.waitFor(() => byRole("button", "Edit Museums"));
  expect(document.activeElement).toBe(byRole("button", "Edit Museums"));
  await press("Escape");
  await vi.waitFor(() => expect(namesOf("button").join()).toContain("Museums"));
});

test("a tag is merged into any other, and taken apart again", async () => {
  await openTags();
  await click("button", "Edit Art");
  const into = labelled("Merge into");
  into.value = "world";
  await happens(into, "change");
  await click("button", "Merge");
  await vi.waitFor(() => expect(tagLinks()).toContain("World4 unread, 4 articles"));
  expect(focused()).toMatch(/^World/);
  await click("button", "Edit World");
  await click("button", "Separate Art");
  await vi.waitFor(() => expect(tagLinks()).toContain("Art1 unread, 1 article"));
});

test("of two thousand tags some are drawn; typing finds any of them", { timeout: 20_000 }, async () => {
  await store(db, {
    insert: Array.from({ length: 100 }, (_, i) =>
      makeDraft({ title: `many ${i}`, tags: Array.from({ length: 20 }, (__, j) => `tag ${i * 20 + j}`) }),
    ),
  });
  await vi.waitFor(() => expect(reader.counts.value.get("all #tag 1999")).toBe(1));
  const begun = performance.now();
  await openTags();
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect(document.body.textContent).toContain("2,004 tags");
  expect(tagLinks().length).toBeLessThan(100);
  const field = labelled("Find a tag");
  field.value = "tag 1999";
  await happens(field, "input");
  expect(tagLinks()).toEqual(["Tag 19991 unread, 1 article"]);
});
