// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ReaderPane } from "../../components/ReaderPane.tsx";
import { byRole } from "../support/byRole.ts";
import { withoutLayout } from "../support/layoutless.ts";
import { makeReader, shown } from "../support/readers.ts";
import { makeDb, store, makeDraft } from "../support/rows.ts";

withoutLayout();
afterEach(() => render(null, document.body));

let clipboard: string | null;
let isAllowed: boolean;

beforeEach(async () => {
  clipboard = null;
  isAllowed = true;
  // jsdom has none.
  const writeText = async (text: string) => {
    if (!isAllowed) throw new DOMException("no", "NotAllowedError");
    clipboard = text;
  };
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
  const db = makeDb();
  const draft = { title: "A headline", url: "https://news.example/a?utm_source=feed&id=4", authors: ["Ann", "Bo"] };
  await store(db, { insert: [makeDraft(draft)] });
  const reader = await makeReader(db, 0);
  reader.open(1, "chosen");
  await shown(reader);
  await vi.waitFor(() => expect(reader.reading.text.value.kind).toBe("ready"));
  const page = <ReaderPane reader={reader} form="panel" scroller={{ current: null }} onKey={() => {}} />;
  act(() => render(page, document.body));
});

function choose(entry: string): void {
  act(() => byRole("button", "More").click());
  act(() => byRole("menuitem", entry).click());
}

const said = () => Array.from(document.querySelectorAll("[role=status]"), (each) => each.textContent).join("");

test("Copy link copies the article's own address without what tracks people, and says so", async () => {
  choose("Copy link");
  await vi.waitFor(() => expect(clipboard).toBe("https://news.example/a?id=4"));
  await vi.waitFor(() => expect(said()).toContain("Copied"));
});

test("Copy as Markdown copies headline, by-line and text", async () => {
  choose("Copy as Markdown");
  await vi.waitFor(() => expect(clipboard).toContain("# A headline"), { timeout: 10_000 });
  expect(clipboard).toContain("Ann and Bo");
  expect(clipboard).toContain("<https://news.example/a?id=4>");
  expect(clipboard).toContain("Text of A headline");
});

test("a browser that refuses is not said to have copied", async () => {
  isAllowed = false;
  choose("Copy link");
  await vi.waitFor(() => expect(said()).toContain("Your browser didn’t allow copying."));
  expect(clipboard).toBeNull();
});
