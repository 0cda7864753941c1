// @vitest-environment jsdom
import "../../support/englishMessages.ts";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SearchSection } from "../../../components/options/SearchSection.tsx";
import { tendIndex } from "../../../lib/db/indexing.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { watchSearchIndex } from "../../../lib/view/searchIndex.ts";
import { makeDb, makeDraft, store } from "../../support/rows.ts";

let db: Db;
let goOn: () => void = () => undefined;

beforeEach(async () => {
  db = makeDb();
  await store(db, { insert: Array.from({ length: 250 }, (_, n) => makeDraft({ title: `Article ${n}` })) });
  const background = () => new Promise<void>((resolve) => (goOn = () => void tendIndex(db).then(resolve)));
  const index = watchSearchIndex(db, background);
  render(null, document.body);
  render(<SearchSection index={index} stored={250} />, document.body);
});
afterEach(() => render(null, document.body));

const status = () => document.querySelector("[role=status]")?.textContent;
const button = () => document.querySelector("button");

test("it says how much can be searched", () => {
  expect(status()).toBe("250 articles can be searched.");
});

test("the button rebuilds the index, and words say how far it is and when it is done", async () => {
  expect(button()?.textContent).toBe("Rebuild the search index");
  button()?.click();
  await vi.waitFor(() => expect(status()).toBe("Building the index: 0%"));
  expect([button()?.disabled, document.querySelector("progress")?.getAttribute("aria-label")]).toEqual([
    true,
    "Search index",
  ]);
  goOn();
  await vi.waitFor(() => expect(status()).toBe("The index is rebuilt. 250 articles can be searched."));
  expect([button()?.disabled, document.querySelector("progress")]).toEqual([false, null]);
});
