// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { ReaderPane } from "../../components/ReaderPane.tsx";
import { byRole } from "../support/byRole.ts";
import type { ReaderDeps } from "../../lib/view/reader.ts";
import { withoutLayout } from "../support/layoutless.ts";
import { makeReader, shown, URL_OF } from "../support/readers.ts";
import { makeDb } from "../support/rows.ts";

withoutLayout();
afterEach(() => render(null, document.body));

const sheet = () => document.querySelector("body > .printed");

async function openArticle(form: "panel" | "tab", change: Partial<ReaderDeps> = {}) {
  const reader = await makeReader(makeDb(), 1, {
    markdownToHtml: async () => "<p>All of the text.</p><details><summary>More</summary><p>Hidden.</p></details>",
    ...change,
  });
  reader.open(1, "chosen");
  await shown(reader);
  await vi.waitFor(() => expect(reader.reading.text.value.kind).toBe("ready"));
  const page = <ReaderPane reader={reader} form={form} scroller={{ current: null }} onKey={() => {}} />;
  act(() => render(page, document.body));
  // jsdom loads no style.
  document.querySelector("link")?.dispatchEvent(new Event("load"));
}

/** What lies in the page each time that the browser is asked to print. */
function notePrints(): (string | undefined)[] {
  const printed: (string | undefined)[] = [];
  Object.assign(window, { print: () => printed.push(sheet()?.querySelector("h1")?.textContent) });
  return printed;
}

function press(key: string, change: KeyboardEventInit): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...change });
  document.body.dispatchEvent(event);
  return event;
}

test("while the browser prints, whoever asked, the whole article lies in the page, and is gone afterwards", async () => {
  await openArticle("panel");
  expect(sheet()).toBeNull();
  dispatchEvent(new Event("beforeprint"));
  expect(sheet()?.querySelector("h1")?.textContent).toBe("1");
  expect(sheet()?.querySelector(".by")?.textContent).toContain(URL_OF);
  expect(sheet()?.querySelector(".prose")?.textContent).toBe("All of the text.MoreHidden.");
  expect(sheet()?.querySelector("details")?.open).toBe(true);
  expect(sheet()?.querySelectorAll("button, a[href^='#'], iframe")).toHaveLength(0);
  dispatchEvent(new Event("afterprint"));
  expect(sheet()).toBeNull();
});

test("the menu's Print and Ctrl+P ask the browser when all is ready", async () => {
  await openArticle("tab");
  const printed = notePrints();
  act(() => byRole("button", "More").click());
  act(() => byRole("menuitem", "Print").click());
  await vi.waitFor(() => expect(printed).toEqual(["1"]));
  dispatchEvent(new Event("afterprint"));
  expect(press("p", { ctrlKey: true }).defaultPrevented).toBe(true);
  await vi.waitFor(() => expect(printed).toEqual(["1", "1"]));
  dispatchEvent(new Event("afterprint"));
  expect(press("p", {}).defaultPrevented).toBe(false);
});

test("from the panel, which cannot print, the article is opened in a tab for it", async () => {
  const opened: string[] = [];
  const printed = notePrints();
  await openArticle("panel", { openTab: async (place) => void opened.push(place) });
  press("p", { metaKey: true });
  expect(opened).toEqual(["?print#/article/1"]);
  expect(printed).toEqual([]);
});

test("a tab that was opened for it prints once, and does not again when it is loaded anew", async () => {
  history.replaceState(null, "", "?print#/article/1");
  const printed = notePrints();
  await openArticle("tab");
  await vi.waitFor(() => expect(printed).toEqual(["1"]));
  expect(location.search).toBe("");
  expect(location.hash).toBe("#/article/1");
  dispatchEvent(new Event("afterprint"));
});
