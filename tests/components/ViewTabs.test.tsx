// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { Rail, ViewTabs } from "../../components/ViewTabs.tsx";
import { makeReader } from "../support/readers.ts";
import { makeDb } from "../support/rows.ts";

afterEach(() => render(null, document.body));

test("the count of a great many unread fits its icon, and is said in full", async () => {
  const db = makeDb();
  await db.counters.put({ scope: "unread", count: 66_432 });
  const reader = await makeReader(db, 0);
  await vi.waitFor(() => expect(reader.counts.value.get("unread")).toBe(66_432));
  await act(() => render([<Rail reader={reader} />, <ViewTabs reader={reader} />], document.body));
  const text = (selector: string) => document.querySelector(selector)?.textContent;
  expect(text(".rail .ct")).toBe("66K");
  expect(text(".rail .vh")).toBe("66,432 articles");
  expect(text(".tabs .n")).toBe("66,432");
});
