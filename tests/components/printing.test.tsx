// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { ReaderPane } from "../../components/ReaderPane.tsx";
import { byRole, namesOf } from "../support/byRole.ts";
import { withoutLayout } from "../support/layoutless.ts";
import { makeReader, shown, URL_OF } from "../support/readers.ts";
import { makeDb } from "../support/rows.ts";

withoutLayout();
afterEach(() => render(null, document.body));

const sheet = () => document.querySelector("body > .printed");

async function openArticle() {
  const reader = await makeReader(makeDb(), 1, {
    markdownToHtml: async () => "<p>All of the text.</p><details><summary>More</summary><p>Hidden.</p></details>",
  });
  reader.open(1, "chosen");
  await shown(reader);
  await vi.waitFor(() => expect(reader.reading.text.value.kind).toBe("ready"));
  const page = <ReaderPane reader={reader} form="panel" scroller={{ current: null }} onKey={() => {}} />;
  act(() => render(page, document.body));
}

test("while the browser prints, whoever asked, the whole article lies in the page, and is gone afterwards", async () => {
  await openArticle();
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

test("the menu's Print has it ready when the browser is asked", async () => {
  await openArticle();
  const printed: (string | undefined)[] = [];
  Object.assign(window, { print: () => printed.push(sheet()?.querySelector("h1")?.textContent) });
  act(() => byRole("button", "More").click());
  expect(namesOf("menuitem")).toContain("Print");
  act(() => byRole("menuitem", "Print").click());
  await vi.waitFor(() => expect(printed).toEqual(["1"]));
});
