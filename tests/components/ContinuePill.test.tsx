// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ContinuePill } from "../../components/ContinuePill.tsx";
import { keepPosition, lastLeft } from "../../lib/db/positions.ts";
import type { Db } from "../../lib/db/schema.ts";
import type { Reader } from "../../lib/view/reader.ts";
import { makeReader } from "../support/readers.ts";
import { makeDb, NOW } from "../support/rows.ts";

let db: Db;
let reader: Reader;

beforeEach(async () => {
  db = makeDb();
  reader = await makeReader(db, 3);
  await keepPosition(db, { articleId: 2, anchor: { block: 1, words: "", passed: 0 }, share: 0.5, at: NOW });
});
afterEach(() => render(null, document.body));

const show = () =>
  act(() =>
    render(
      <div class="under">
        <div class="scroll" tabIndex={-1} />
        <ContinuePill reader={reader} />
      </div>,
      document.body,
    ),
  );
const button = (name: string) =>
  [...document.querySelectorAll("button")].find((each) => (each.ariaLabel ?? each.textContent) === name);
const offer = () => button("Continue reading2");

test("a page that opens on its list offers the article that was left in its middle, and opens it", async () => {
  await show();
  await vi.waitFor(() => expect(offer()).toBeDefined());
  offer()?.click();
  expect(reader.openId.value).toBe(2);
  await vi.waitFor(() => expect(offer()).toBeUndefined());
});

test("closed, it stays away, and focus goes to the list", async () => {
  await show();
  await vi.waitFor(() => expect(offer()).toBeDefined());
  button("Close")?.focus();
  button("Close")?.click();
  await vi.waitFor(() => expect(offer()).toBeUndefined());
  expect(document.activeElement?.className).toBe("scroll");
  await vi.waitFor(async () => expect(await lastLeft(db)).toBeUndefined());
});

test("it goes when another article is opened", async () => {
  await show();
  await vi.waitFor(() => expect(offer()).toBeDefined());
  reader.open(3, "chosen");
  await vi.waitFor(() => expect(offer()).toBeUndefined());
});

test("a page that opens on an article offers nothing", async () => {
  reader.open(3, "chosen");
  await show();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(document.querySelector(".continue")).toBeNull();
});
