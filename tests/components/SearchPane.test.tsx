// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { holdKeys } from "../../components/holdKeys.ts";
import { ReaderPage } from "../../components/ReaderPage.tsx";
import { tendIndex } from "../../lib/db/indexing.ts";
import type { Db } from "../../lib/db/schema.ts";
import type { Reader } from "../../lib/view/reader.ts";
import { withoutLayout } from "../support/layoutless.ts";
import { makeReader } from "../support/readers.ts";
import { addFeed, makeDb, makeDraft, NOW, store } from "../support/rows.ts";

withoutLayout();

let db: Db;
let reader: Reader;

beforeEach(async () => {
  db = makeDb();
  reader = await makeReader(db, 2);
  await addFeed(db, "harbour");
  await store(
    db,
    {
      insert: [
        draft("Deep-Sea Survey Maps a Ridge", "Sonar from four crossings.", "Nothing of note."),
        draft("Three River States Sign a Pact", "Gauges feed one public alert map.", "Nothing of note."),
        draft("Port Backlog Clears", "Ships wait less.", "Captains drew their own charts, a map of every berth."),
      ],
    },
    "harbour",
  );
  await vi.waitFor(() => expect(reader.feeds.all.value).toHaveLength(2));
  await act(() => render(<ReaderPage reader={reader} form="panel" letKeysBeObeyed={holdKeys()} />, document.body));
});
afterEach(() => render(null, document.body));

const draft = (title: string, summary: string, source: string) =>
  makeDraft({
    title,
    summary,
    feedId: "harbour",
    keys: [`harbour g:${title}`],
    sortAt: NOW - 1_000_000_000,
    tags: ["science"],
    text: { format: "markdown", source, baseUrl: null },
  });

test("the button opens the field with focus in it, and closing gives focus back to the button", async () => {
  const button = named("button", "Search");
  button.focus();
  button.click();
  await vi.waitFor(() => expect(document.activeElement).toBe(field()));
  expect(document.querySelector(".list")?.hasAttribute("inert")).toBe(true);
  named("button", "Close search").click();
  await vi.waitFor(() => expect(document.activeElement).toBe(button));
});

test("what was found says why, with its words marked in title, summary and text", async () => {
  await search("map");
  await vi.waitFor(() => expect(rows()).toHaveLength(3));
  expect(status()).toBe("3 matches in 5 articles");
  const marks = rows().map((row) => [...row.querySelectorAll("mark")].map((mark) => mark.textContent));
  expect(marks.flat().map((mark) => mark?.toLowerCase())).toEqual(["map", "map", "map"]);
  const port = rows().find((row) => row.textContent?.includes("Port"));
  expect(port?.querySelector(".de")?.textContent).toContain("a map of every berth");
});

test("nothing found is said with the words, and one click clears them", async () => {
  await search("glacier bridge");
  const heading = await vi.waitFor(() => named("h2", "No matches for “glacier bridge”"));
  expect(heading.parentElement?.textContent).toContain("Searched titles, summaries and full text of 5 articles.");
  expect(status()).toBe("No matches for “glacier bridge”");
  named("button", "Clear search").click();
  await vi.waitFor(() => expect(field().value).toBe(""));
  expect(document.activeElement).toBe(field());
});

test("a text that is no query is said plainly and searched as it stands", async () => {
  await search('"public alert');
  await vi.waitFor(() => expect(rows()).toHaveLength(1));
  expect(document.querySelector(".found .notice")).toBeNull();
  await vi.waitFor(
    () =>
      expect(document.querySelector(".found .notice")?.textContent).toBe(
        "The quotation mark has no partner; searching for the words as they stand.",
      ),
    { timeout: 3000 },
  );
});

test("a damaged index is said with the button that rebuilds it, after which all is found again", async () => {
  await db.segmentBlocks.toCollection().modify({ bytes: new Uint8Array([255, 255, 255]) });
  await search("map");
  const rebuild = await vi.waitFor(() => named(".notice button", "Rebuild the search index"));
  expect(rebuild.closest(".notice")?.textContent).toContain("The search index is damaged, so articles may be missing.");
  rebuild.click();
  await vi.waitFor(() =>
    expect(document.querySelector(".found .notice")?.textContent).toContain("The search index is being built"),
  );
  await tendIndex(db);
  await vi.waitFor(() => expect(rows()).toHaveLength(3));
  expect(document.querySelector(".found .notice")).toBeNull();
});

test("Escape clears the text, then closes the search", async () => {
  await search("map");
  press("Escape");
  await vi.waitFor(() => expect(field().value).toBe(""));
  press("Escape");
  await vi.waitFor(() => expect(document.querySelector(".found")).toBeNull());
  expect(document.querySelector(".list")?.hasAttribute("inert")).toBe(false);
});

test("while a word is being composed its keys are left alone", async () => {
  await search("map");
  field().dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, isComposing: true }));
  await reader.search.value?.answer.value?.loadMore();
  expect(field().value).toBe("map");
});

test("a source and a tag are suggested; the arrows choose one, Enter takes it, and nothing else does", async () => {
  await search("sci");
  const option = await vi.waitFor(() => named("[role=option]", "TagScience33 articles"));
  expect(field().getAttribute("aria-expanded")).toBe("true");
  expect(field().hasAttribute("aria-activedescendant")).toBe(false);
  press("ArrowDown");
  await vi.waitFor(() => expect(field().getAttribute("aria-activedescendant")).toBe(option.id));
  expect(option.getAttribute("aria-selected")).toBe("true");
  press("Enter");
  await vi.waitFor(() => expect(field().value).toBe("tag:science "));
  await vi.waitFor(() => expect(rows()).toHaveLength(3));
  expect(document.querySelector("[role=listbox]")).toBeNull();
});

test("Enter with nothing chosen leaves the query and goes to what was found; / goes back", async () => {
  await search("harb");
  await vi.waitFor(() => expect(rows()).toHaveLength(3));
  expect(document.querySelector("[role=listbox]")).not.toBeNull();
  press("Enter");
  await vi.waitFor(() => expect(document.activeElement).toBe(rows()[0]?.querySelector(".hl a")));
  expect([field().value, document.querySelector("[role=listbox]")]).toEqual(["harb", null]);
  press("/");
  await vi.waitFor(() => expect(document.activeElement).toBe(field()));
});

test("the keys walk what was found, and act on it", async () => {
  await search("map");
  await vi.waitFor(() => expect(rows()).toHaveLength(3));
  press("Enter");
  await vi.waitFor(() => expect(rows()[0]?.contains(document.activeElement)).toBe(true));
  press("j");
  await vi.waitFor(() => expect(rows()[1]?.contains(document.activeElement)).toBe(true));
  press("s");
  await vi.waitFor(() => expect(rows()[1]?.querySelector(".on-star")).not.toBeNull());
  press("m");
  await vi.waitFor(() => expect(rows()[1]?.classList.contains("read")).toBe(true));
  press("A");
  await reader.search.value?.answer.value?.loadMore();
  expect(reader.justDone.value).toBeNull();
});

test("an article opened from the results walks on through them, and back leads to its row", async () => {
  await search("map");
  await vi.waitFor(() => expect(rows()).toHaveLength(3));
  const second = rows()[1]?.dataset.article;
  rows()[0]?.querySelector<HTMLElement>(".hl a")?.click();
  await vi.waitFor(() => expect(document.querySelector(".art h1")).not.toBeNull());
  press("j");
  await vi.waitFor(() => expect(String(reader.reading.article.value?.id)).toBe(second));
  press("Escape");
  await vi.waitFor(() => expect(rows()[1]?.contains(document.activeElement)).toBe(true));
  expect(field().value).toBe("map");
});

test("another view chosen closes the search", async () => {
  await search("map");
  press("Enter");
  await vi.waitFor(() => expect(rows()[0]?.contains(document.activeElement)).toBe(true));
  press("g");
  press("s");
  await vi.waitFor(() => expect(document.querySelector(".found")).toBeNull());
  expect(reader.filter.value.view).toBe("starred");
});

test("the help is there before anything is typed, and on demand after that", async () => {
  await openSearchField();
  expect(document.querySelector('[aria-label="How to search"] dl')?.textContent).toContain('"glacier bridge"');
  await type("map");
  await vi.waitFor(() => expect(rows()).toHaveLength(3));
  expect(document.querySelector(".searchhelp")).toBeNull();
  named("button", "How to search").click();
  await vi.waitFor(() => expect(document.querySelector(".searchhelp")).not.toBeNull());
  named("button", "is:unread").click();
  await vi.waitFor(() => expect([field().value, document.activeElement]).toEqual(["is:unread", field()]));
});

test("of many results as many are drawn as a screen shows, and always the one that is gone back to", async () => {
  const many = Array.from({ length: 40 }, (_, n) => draft(`Tidal Note ${n}`, "Short.", "Nothing."));
  await store(db, { insert: many }, "harbour");
  await search("tidal");
  await vi.waitFor(() => expect(status()).toBe("40 matches in 45 articles"));
  expect(rows()).toHaveLength(15);
  const id = reader.search.value?.answer.value?.rows.value[29]?.id ?? 0;
  await act(() => void (reader.focusWish.value = { on: "row", id }));
  await vi.waitFor(() => expect(document.activeElement?.closest("li")?.dataset.article).toBe(String(id)));
  expect(rows()).toHaveLength(30);
});

async function openSearchField(): Promise<void> {
  press("/");
  await vi.waitFor(() => expect(document.activeElement).toBe(field()));
}

async function search(text: string): Promise<void> {
  await openSearchField();
  await type(text);
}

async function type(text: string): Promise<void> {
  for (let i = 1; i <= text.length; i++) {
    field().value = text.slice(0, i);
    field().dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  await vi.waitFor(() => expect(reader.search.value?.answer.value?.text).toBe(text));
}

function press(key: string): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

function field(): HTMLInputElement {
  const found = document.querySelector("input[role=combobox]");
  if (!(found instanceof HTMLInputElement)) throw new Error("no search field");
  return found;
}

/** By what a screen reader calls it. */
function named(selector: string, name: string): HTMLElement {
  const nameOf = (element: Element) => element.getAttribute("aria-label") ?? element.textContent;
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) => nameOf(element) === name);
  if (!found) throw new Error(`no ${selector} named ${name}`);
  return found;
}

const rows = () => [...document.querySelectorAll<HTMLElement>(".found li[data-article]")];
const status = () => document.querySelector(".found p[role=status]")?.textContent;
