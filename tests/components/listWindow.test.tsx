// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { createRef, render } from "preact";
import { afterEach, expect, test } from "vitest";
import { ArticleList } from "../../components/ArticleList.tsx";
import { readFirstPaint } from "../../lib/db/firstPaint.ts";
import { PAGE_ROWS } from "../../lib/view/pageRows.ts";
import { withoutLayout } from "../support/layoutless.ts";
import { openReader } from "../support/readers.ts";
import { makeDb, makeDraft, NOW, store } from "../support/rows.ts";

withoutLayout();

afterEach(() => render(null, document.body));

test("a page that comes after the first drawing is not let go by what was drawn before it", async () => {
  const db = makeDb();
  await store(db, { insert: Array.from({ length: 30 }, (_, i) => makeDraft({ title: String(i), sortAt: NOW - i })) });
  const first = await readFirstPaint({ scope: "all", count: PAGE_ROWS, name: db.name });
  const reader = openReader(db, { first });
  render(<ArticleList reader={reader} scroller={createRef()} />, document.body);
  // The store answers in tasks of its own: none passes here.
  for (let turn = 0; turn < 40; turn++) await null;
  expect(document.querySelectorAll("[data-article]").length).toBe(PAGE_ROWS);
});
