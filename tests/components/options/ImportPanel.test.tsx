// @vitest-environment jsdom
import "../../support/englishMessages.ts";
import { signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ImportPanel } from "../../../components/options/ImportPanel.tsx";
import { newFeed } from "../../../lib/db/feeds.ts";
import type { Importing, ImportState, LeftOut } from "../../../lib/view/importing.ts";

const fresh = [{ url: "https://a.example/feed", title: "A", homeUrl: null, tags: [] }];
const asking: ImportState = { kind: "asking", fresh, listed: fresh, known: 0, tagged: 0, leftOut: [], isWhole: true };
const waiting = [newFeed({ id: "a", url: "https://a.example/feed", title: "A", homeUrl: null }, 0)];
const done: ImportState = { kind: "done", added: 2, known: 0, waiting: [], leftOut: [], isWhole: true };

let pressed: string[];
beforeEach(() => {
  render(null, document.body);
  pressed = [];
});
afterEach(() => render(null, document.body));

test("the question takes the focus, and so does the report that follows it", () => {
  const show = setUp({ kind: "idle" });
  expect(document.activeElement).toBe(document.body);
  show(asking);
  expect(document.activeElement?.textContent).toBe("Import 1 source?");
  find(".btn.primary")?.focus();
  show({ ...asking, kind: "importing" });
  show(done);
  expect(document.activeElement?.textContent).toBe("2 sources imported");
});

test("when what waited is allowed, the focus stays in the report", () => {
  const show = setUp({ ...done, waiting });
  expect(remarks()).toEqual([
    "New articles come in over the next minutes.",
    "1 source can’t be fetched until you allow it.",
  ]);
  find(".btn.primary")?.focus();
  press("Allow");
  show(done);
  expect(document.activeElement?.textContent).toBe("2 sources imported");
  expect(pressed).toEqual(["allow"]);
});

test("what is known is told before, by whether it gets tags", () => {
  const show = setUp({ ...asking, known: 2 });
  expect(remarks()).toEqual(["2 are already here and will be skipped."]);
  show({ ...asking, known: 2, tagged: 1 });
  expect(remarks()).toEqual(["2 are already here and will only get the file’s tags."]);
});

test("a file that breaks off is said to, before and after", () => {
  const show = setUp({ ...asking, isWhole: false });
  const cut = "The file breaks off; sources after that point are missing from it.";
  expect(remarks()).toEqual([cut]);
  show({ ...done, isWhole: false });
  expect(remarks()).toContain(cut);
});

test("what is left out is listed with its reason, markup in it as text; of very many the first and their number", () => {
  const one: LeftOut = { text: "<b>Trap</b>", url: "javascript:alert(1)", why: "otherScheme" };
  const show = setUp({ ...done, leftOut: [one, { ...one, text: "" }] });
  expect(find("summary")?.textContent).toBe("2 entries are left out");
  expect(items()).toEqual([
    "<b>Trap</b>: begins with neither https nor httpjavascript:alert(1)",
    "javascript:alert(1): begins with neither https nor http",
  ]);
  expect(document.querySelector("li b, li a")).toBeNull();
  show({ ...done, leftOut: Array.from({ length: 1300 }, () => one) });
  expect(items()).toHaveLength(201);
  expect(items().at(-1)).toBe("and 1,100 more");
});

test("a file that is no OPML is said aloud in a region that was there before", () => {
  const show = setUp({ kind: "idle" });
  const region = find("[role=status]");
  expect(region?.textContent).toBe("");
  show({ kind: "notOpml" });
  expect(region?.textContent).toMatch(/^This file isn’t OPML\./);
  show({ kind: "tooLarge" });
  expect(region?.textContent).toMatch(/^This file is too large\./);
});

test("Import, Cancel and Close do what they say", () => {
  const show = setUp(asking);
  press("Import");
  press("Cancel");
  show(done);
  press("Close");
  expect(pressed).toEqual(["confirm", "close", "close"]);
});

function setUp(first: ImportState): (state: ImportState) => void {
  const state = signal(first);
  const note = (name: string) => async () => void pressed.push(name);
  const importing: Importing = {
    state,
    choose: note("choose"),
    confirm: note("confirm"),
    allow: note("allow"),
    close: () => void pressed.push("close"),
  };
  const draw = () => act(() => render(<ImportPanel importing={importing} onClose={importing.close} />, document.body));
  draw();
  return (next) => {
    state.value = next;
    draw();
  };
}

function find(selector: string): HTMLElement | null {
  return document.querySelector(selector);
}

const textsOf = (selector: string): string[] =>
  Array.from(document.querySelectorAll(selector), (element) => element.textContent ?? "");
const remarks = (): string[] => textsOf(".import .m p");
const items = (): string[] => textsOf(".import li");

function press(label: string): void {
  Array.from(document.querySelectorAll("button"))
    .find((button) => button.textContent === label)
    ?.click();
}
