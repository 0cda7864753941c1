// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { signal } from "@preact/signals";
import { createRef, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test } from "vitest";
import { ReaderBar } from "../../components/ReaderBar.tsx";
import { byRole, namesOf } from "../support/byRole.ts";
import { withoutLayout } from "../support/layoutless.ts";
import { makeReader } from "../support/readers.ts";
import { makeDb } from "../support/rows.ts";

withoutLayout();
afterEach(() => render(null, document.body));

/** Every button is 32 px wide here, and the bar as wide as is said. */
async function drawBar(width: number) {
  Object.defineProperty(Element.prototype, "clientWidth", { configurable: true, get: () => width });
  Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 32, 32);
  const reader = await makeReader(makeDb(), 1);
  const [article] = reader.list.rows.value;
  if (!article) throw new Error("no article");
  const bar = <ReaderBar reader={reader} article={article} aa={createRef()} read={signal(0)} more={[]} />;
  act(() => render(bar, document.body));
}

test("a wide bar shows all", async () => {
  await drawBar(500);
  expect(namesOf("button")).toEqual([
    "Back to list",
    "Previous article",
    "Next article",
    "Star",
    "Read later",
    "Text and theme",
    "Open original",
    "More",
  ]);
});

test("as it narrows, the original goes into the menu first, then Later, then the star", async () => {
  const inMenu: string[][] = [];
  for (const width of [270, 240, 200]) {
    await drawBar(width);
    act(() => byRole("button", "More").click());
    inMenu.push(namesOf("menuitem"));
    expect(namesOf("button").at(-1)).toBe("More");
    render(null, document.body);
  }
  expect(inMenu).toEqual([["Open original"], ["Open original", "Read later"], ["Open original", "Read later", "Star"]]);
});
