// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { createRef, render } from "preact";
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import { ArticleHead } from "../../components/ArticleHead.tsx";
import type { Article } from "../../lib/model.ts";
import type { Reader } from "../../lib/view/reader.ts";
import { byRole } from "../support/byRole.ts";
import { makeReader, noting, shown } from "../support/readers.ts";
import { makeDb, NOW, rewrite } from "../support/rows.ts";

const HOUR = 3_600_000;

async function drawHead(fields: Partial<Article> = {}, reader?: Reader): Promise<HTMLElement | null> {
  const made = reader ?? (await makeReader(makeDb(), 1, { ...noting([]), now: () => NOW }));
  const [row] = made.list.rows.value;
  if (!row) throw new Error("no article");
  const heading = createRef<HTMLHeadingElement>();
  const head = <ArticleHead reader={made} article={{ ...row, ...fields }} standfirst={null} heading={heading} />;
  act(() => render(head, document.body));
  return document.querySelector(".by");
}

test("an article that was marked updated says when", async () => {
  const line = await drawHead({ revisedAt: NOW - 30 * 24 * HOUR });
  expect(line?.textContent).toContain("Updated June 3, 2024");
  expect(line?.querySelector("time")?.dateTime).toBe("2024-06-03T12:00:00.000Z");
  expect(line?.querySelector("time")?.title).toContain("Monday, June 3, 2024");
});

test("others say nothing of it", async () => {
  expect((await drawHead())?.textContent).not.toContain("Updated");
});

test("a calendar date is that day in every zone, with no time and no age", async () => {
  const line = await drawHead({ publishedAt: Date.UTC(2024, 6, 3), publishedDateOnly: true });
  const time = line?.querySelector("time");
  expect(time?.textContent).toBe("July 3, 2024");
  expect(time?.dateTime).toBe("2024-07-03");
  expect(time?.title).toBe("Wednesday, July 3, 2024");
});

test("a timed article has its time in the tooltip", async () => {
  const line = await drawHead({ publishedAt: NOW, publishedDateOnly: false });
  expect(line?.querySelector("time")?.title).toMatch(/^Wednesday, July 3, 2024 at \d+:00/);
});

test("four authors are named, of more the first three, and the others on demand", async () => {
  expect((await drawHead({ authors: ["Ann", "Bo", "Cy", "Di"] }))?.textContent).toContain("Ann, Bo, Cy, and Di");
  const line = await drawHead({ authors: ["Ann", "Bo", "Cy", "Di", "Ed", "Flo"] });
  expect(line?.querySelector("summary")?.textContent).toBe("Ann, Bo, Cy, and 3 more");
  expect(line?.querySelector("details > bdi")?.textContent).toBe("Di, Ed, and Flo");
});

test("an article that changes while it is open says so, and shows the new version when asked, with focus on its headline", async () => {
  const db = makeDb();
  const reader = await makeReader(db, 1, { now: () => NOW });
  reader.open(1, "chosen");
  await shown(reader);
  await drawHead({}, reader);
  const status = document.querySelector(".fresh");
  expect(status?.textContent).toBe("");
  await rewrite(db, 1, { title: "Another headline" }, NOW);
  await vi.waitFor(() => expect(status?.textContent).toMatch(/^Updated \d+:00 [AP]M\.Show new version$/));
  expect(reader.reading.article.value?.title).toBe("1");
  act(() => byRole("button", "Show new version").click());
  await vi.waitFor(() => expect(reader.reading.article.value?.title).toBe("Another headline"));
  expect(reader.focusWish.value).toEqual({ on: "heading" });
  await vi.waitFor(() => expect(status?.textContent).toBe(""));
});
