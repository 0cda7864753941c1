// @vitest-environment jsdom
import { expect, test } from "vitest";
import type { RenderedBody } from "../../../lib/view/render.ts";
import { standfirstOf } from "../../../lib/view/standfirst.ts";

function ready(text: string, standfirst: string | null = null) {
  const fragment = document.createDocumentFragment();
  fragment.append(text);
  const body: RenderedBody = { fragment, standfirst, keywords: [], minutes: 1, isPlainText: false, images: 0 };
  return { kind: "ready", body } as const;
}

test("a summary that only opens the text is not shown twice", () => {
  const summary = 'In a surprising shift, the ferry has "sailed"...';
  expect(
    standfirstOf({ summary }, ready("Doha, Qatar – In a surprising shift, the ferry has “sailed” today.")),
  ).toBeNull();
});

test("a summary that says more is the standfirst", () => {
  expect(standfirstOf({ summary: "Why it matters." }, ready("Something else entirely."))).toBe("Why it matters.");
});

test("the text's own standfirst comes first", () => {
  expect(standfirstOf({ summary: "Why." }, ready("Text", "The line under it"))).toBe("The line under it");
});

test("without a text the summary is all there is", () => {
  expect(standfirstOf({ summary: "Why." }, { kind: "none" })).toBe("Why.");
  expect(standfirstOf({ summary: "" }, { kind: "none" })).toBeNull();
});
