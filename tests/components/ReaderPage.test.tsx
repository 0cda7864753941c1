// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { holdKeys } from "../../components/holdKeys.ts";
import { ReaderPage } from "../../components/ReaderPage.tsx";
import { HOME_FEED } from "../../lib/db/feeds.ts";
import { withoutLayout } from "../support/layoutless.ts";
import { makeReader, shown } from "../support/readers.ts";
import { makeDb } from "../support/rows.ts";

withoutLayout();

afterEach(() => render(null, document.body));

test("keys pressed before anything is drawn are obeyed, one after another, and later ones too", async () => {
  const letKeysBeObeyed = holdKeys();
  press("j");
  press("Enter");
  const reader = await makeReader(makeDb(), 5);
  await act(() => render(<ReaderPage reader={reader} form="panel" letKeysBeObeyed={letKeysBeObeyed} />, document.body));
  await vi.waitFor(() => expect(titleOf(reader.openId.value)).toBe("1"));
  await shown(reader);
  press("j");
  await vi.waitFor(() => expect(titleOf(reader.openId.value)).toBe("2"));

  function titleOf(id: number | null) {
    return reader.list.rows.value.find((row) => row.id === id)?.title;
  }
});

test("the window is called after the article, the search or the list that it shows", async () => {
  const reader = await makeReader(makeDb(), 3);
  await act(() => render(<ReaderPage reader={reader} form="tab" letKeysBeObeyed={holdKeys()} />, document.body));
  expect(document.title).toBe("Foldline");
  await act(() => reader.show({ view: "unread", tag: "world" }));
  expect(document.title).toBe("World · Unread · Foldline");
  await act(() => reader.show({ view: "later", tag: null, feedId: HOME_FEED }));
  expect(document.title).toBe("home · Later · Foldline");
  await act(() => reader.searchFor("map"));
  expect(document.title).toBe("map · Foldline");
  reader.open(2, "chosen");
  await shown(reader);
  await vi.waitFor(() => expect(document.title).toBe("2 · Foldline"));
  await act(() => (reader.close(), reader.show({ view: "all", feedId: null })));
  expect(document.title).toBe("Foldline");
});

test("an article whose markup would keep the page busy shows its words, and says so", async () => {
  const db = makeDb();
  const reader = await makeReader(db, 2);
  await act(() => render(<ReaderPage reader={reader} form="panel" letKeysBeObeyed={holdKeys()} />, document.body));
  const [chunk] = await db.bodies.toArray();
  if (!chunk) throw new Error("no texts");
  const source = `${"<div>".repeat(300)}The words`;
  await db.bodies.put({ ...chunk, bodies: chunk.bodies.map(() => ({ format: "html", source, baseUrl: null })) });
  const said = () => document.querySelector(".art .notice")?.textContent;
  reader.open(1, "chosen");
  await shown(reader);
  await vi.waitFor(() => expect(said()).toBe("This article’s layout is too heavy to show. These are its words."));
});

test("each view is a link to its list in the full tab", async () => {
  const reader = await makeReader(makeDb(), 3);
  await act(() => render(<ReaderPage reader={reader} form="panel" letKeysBeObeyed={holdKeys()} />, document.body));
  await act(() => reader.show({ tag: "world" }));
  const starred = named("link", "Starred");
  expect(starred.getAttribute("href")).toBe("reader.html#/starred/tag/world");
  const click = (init: MouseEventInit) => {
    const event = new MouseEvent("click", { bubbles: true, cancelable: true, ...init });
    starred.dispatchEvent(event);
    return event.defaultPrevented;
  };
  // The browser opens it beside this one; jsdom would go there.
  addEventListener("click", (event) => event.preventDefault(), { once: true });
  click({ ctrlKey: true });
  expect(reader.filter.value.view).toBe("all");
  expect(click({})).toBe(true);
  expect(reader.filter.value.view).toBe("starred");
});

function named(role: "link", name: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>("a[href]")].find((link) => link.textContent === name);
  if (!found) throw new Error(`There is no ${role} ${name}`);
  return found;
}

const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
