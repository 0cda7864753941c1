// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { createRef, render } from "preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { ArticleHead } from "../../components/ArticleHead.tsx";
import { makeReader, noting } from "../support/readers.ts";
import { makeDb, NOW } from "../support/rows.ts";

const HOUR = 3_600_000;

async function byline(revisedAt: number | null): Promise<HTMLElement | null> {
  const reader = await makeReader(makeDb(), 1, { ...noting([]), now: () => NOW });
  const [row] = reader.list.rows.value;
  if (!row) throw new Error("no article");
  const article = revisedAt === null ? row : { ...row, revisedAt };
  act(() =>
    render(
      <ArticleHead reader={reader} article={article} standfirst={null} heading={createRef<HTMLHeadingElement>()} />,
      document.body,
    ),
  );
  return document.querySelector(".by");
}

test("an article that was marked updated says when", async () => {
  const line = await byline(NOW - 30 * 24 * HOUR);
  expect(line?.textContent).toContain("Updated June 3, 2024");
  expect(line?.querySelector("time")?.dateTime).toBe("2024-06-03T12:00:00.000Z");
});

test("others say nothing of it", async () => {
  expect((await byline(null))?.textContent).not.toContain("Updated");
});
