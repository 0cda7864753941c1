// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { holdKeys } from "../../components/holdKeys.ts";
import { ReaderPage } from "../../components/ReaderPage.tsx";
import type { Reader } from "../../lib/view/reader.ts";
import { withoutLayout } from "../support/layoutless.ts";
import { openReader, shown } from "../support/readers.ts";
import { makeDb, makeDraft, store } from "../support/rows.ts";

withoutLayout();

let reader: Reader;

beforeEach(async () => {
  const db = makeDb();
  await store(db, { insert: [makeDraft({ title: "The Café and the cafes" }), makeDraft({ title: "Another" })] });
  reader = openReader(db);
  reader.open(1, "chosen");
  await act(() => render(<ReaderPage reader={reader} form="panel" letKeysBeObeyed={holdKeys()} />, document.body));
  await shown(reader);
  // The reader's pane is loaded first.
  await vi.waitFor(() => expect(document.querySelector("h1#headline")).not.toBeNull(), { timeout: 5000 });
});
afterEach(() => render(null, document.body));

const field = () => document.querySelector<HTMLInputElement>('input[aria-label="Find in article"]');
const press = (key: string, init: KeyboardEventInit = {}) =>
  act(() => void document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...init })));
const said = () => document.querySelector("[role=search] output")?.textContent;
const openBar = async () => {
  await vi.waitFor(async () => {
    if (!field()) await press("/");
    expect(document.activeElement).toBe(field());
  }, 5000);
};
const type = (words: string) =>
  act(() => {
    const input = field();
    if (input) input.value = words;
    input?.dispatchEvent(new Event("input", { bubbles: true }));
  });

test("the slash opens the bar with focus in its field, and Escape gives focus back to where it was", async () => {
  const star = document.querySelector<HTMLElement>('.rbar button[aria-label="Star"]');
  star?.focus();
  await openBar();
  await press("Escape");
  await vi.waitFor(() => expect(field()).toBeNull());
  expect(document.activeElement).toBe(star);
  expect(reader.openId.value).toBe(1);
});

test("it says which of how many matches is shown, and goes around at the end", async () => {
  await openBar();
  await type("CAFE");
  expect(said()).toBe("1 of 2");
  await press("Enter");
  expect(said()).toBe("2 of 2");
  await press("Enter");
  expect(said()).toBe("1 of 2");
  await press("Enter", { shiftKey: true });
  expect(said()).toBe("2 of 2");
});

test("it says that nothing matches, and nothing while nothing is asked", async () => {
  await openBar();
  expect(said()).toBe("");
  await type("tea");
  expect(said()).toBe("No matches");
  await type("");
  expect(said()).toBe("");
});

test("it goes with its article", async () => {
  await openBar();
  reader.open(2, "chosen");
  await vi.waitFor(() => expect(field()).toBeNull());
});
