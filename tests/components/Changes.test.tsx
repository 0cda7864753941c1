// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { ReaderPane } from "../../components/ReaderPane.tsx";
import type { Reader } from "../../lib/view/reader.ts";
import { byRole, namesOf } from "../support/byRole.ts";
import { withoutLayout } from "../support/layoutless.ts";
import { makeReader, shown } from "../support/readers.ts";
import { makeDb, NOW, rewrite } from "../support/rows.ts";

withoutLayout();
afterEach(() => render(null, document.body));

const HOUR = 3_600_000;
const text = (source: string) => ({ format: "html" as const, source, baseUrl: null });

/** An open article that was changed twice before it was opened. */
async function openChanged(): Promise<Reader> {
  const db = makeDb();
  const reader = await makeReader(db, 1);
  const filler = Array.from({ length: 200 }, (_, n) => `w${n}`).join(" ");
  const body = (word: string) => text(`<p>${filler}</p><p>Near.</p><p>It took ${word} days.</p>`);
  await rewrite(db, 1, { text: body("two"), publishedAt: NOW - 3 * HOUR }, NOW - 2 * HOUR);
  await rewrite(db, 1, { text: body("three") }, NOW - HOUR);
  reader.open(1, "chosen");
  await shown(reader);
  const scroller = { current: null };
  act(() => render(<ReaderPane reader={reader} form="panel" scroller={scroller} onKey={() => {}} />, document.body));
  return reader;
}

const view = () => document.querySelector(".changes");
const marked = () =>
  Array.from(view()?.querySelectorAll("ins, del") ?? [], (each) => `${each.localName} ${each.textContent}`);

async function compare(): Promise<void> {
  act(() => byRole("button", "More").click());
  act(() => byRole("menuitem", "What changed").click());
  // What compares is loaded first.
  await vi.waitFor(() => expect(view()?.querySelector(".text")).toBeTruthy(), { timeout: 10_000 });
}

test("the menu shows what changed, its words marked and said, with focus on the heading", async () => {
  await openChanged();
  await compare();
  expect(document.activeElement).toBe(byRole("heading", "What changed"));
  expect(marked()).toEqual(["del Removed: two End of removed words.", "ins Added: three End of added words."]);
  expect(view()?.querySelector(".sum")?.textContent).toBe("1 word added1 word removed");
  expect(document.querySelector<HTMLElement>(".scroll")?.inert).toBe(true);
});

test("of several earlier versions one is chosen by its time", async () => {
  await openChanged();
  await compare();
  const choice = byRole("combobox", "Compare with") as HTMLSelectElement; // checked: a combobox here is a select
  expect(Array.from(choice.options, ({ text: name }) => name)).toEqual([
    expect.stringMatching(/^Version of July 3 at \d+:00/),
    expect.stringMatching(/^Version of July 3 at \d+:00/),
  ]);
  choice.value = choice.options[1]?.value ?? "";
  act(() => void choice.dispatchEvent(new Event("change", { bubbles: true })));
  await vi.waitFor(() => expect(marked().join()).toContain("Text of 1"), { timeout: 10_000 });
});

test("long stretches that stayed are folded, and unfold with the focus in their place", async () => {
  await openChanged();
  await compare();
  expect(view()?.textContent).not.toContain("w100");
  act(() => byRole("button", "201 unchanged words").click());
  expect(view()?.textContent).toContain("w100");
  expect(view()?.contains(document.activeElement)).toBe(true);
});

test("Esc and the button lead back to the article, with focus where it came from", async () => {
  const reader = await openChanged();
  await compare();
  const press = (key: string) => new KeyboardEvent("keydown", { key, bubbles: true });
  act(() => void document.activeElement?.dispatchEvent(press("Escape")));
  expect(view()).toBeNull();
  expect(reader.openId.value).toBe(1);
  expect(document.activeElement).toBe(byRole("button", "More"));
  expect(document.querySelector<HTMLElement>(".scroll")?.inert).toBe(false);
  await compare();
  act(() => byRole("button", "Back to the article").click());
  expect(view()).toBeNull();
});

test("an article that was never changed offers no comparison", async () => {
  const reader = await makeReader(makeDb(), 1);
  reader.open(1, "chosen");
  await shown(reader);
  const scroller = { current: null };
  act(() => render(<ReaderPane reader={reader} form="tab" scroller={scroller} onKey={() => {}} />, document.body));
  act(() => byRole("button", "More").click());
  expect(namesOf("menuitem")).not.toContain("What changed");
});
