// @vitest-environment jsdom
import { expect, test } from "vitest";
import { REVISION_LENGTH } from "../../../lib/feed/limits.ts";
import type { Article, Body, Revision } from "../../../lib/model.ts";
import { changesSince } from "../../../lib/view/changes.ts";
import { makeDraft, NOW } from "../../support/rows.ts";

const html = (source: string): Body => ({ format: "html", source, baseUrl: null });
const text = (source: string): Body => ({ format: "text", source, baseUrl: null });

type Said = { title: string; body: Body | null };

async function changes(earlier: Said, later: Said & { summary?: string }) {
  const { text: _, isNews: __, ...draft } = makeDraft({ title: later.title, summary: later.summary ?? "" });
  const article: Article = { ...draft, id: 1, body: null, places: [] };
  const revision: Revision = { id: 1, articleId: 1, replacedAt: NOW, updatedAt: null, ...earlier };
  const deps = { markdownToHtml: async (source: string) => `<p>${source}</p>` };
  const { blocks, isCut } = await changesSince(revision, { article, body: later.body }, deps);
  const written = blocks.map(({ pieces }) => pieces.map((each) => `${each.change} ${each.text}`));
  return { written, isCut };
}

test("headline and words are compared as they are read: sanitised, without what stands around them", async () => {
  const earlier = {
    title: "Old headline here",
    body: html("<h1>Old headline here</h1><p>It was <b>ten</b>.</p><script>x</script>"),
  };
  const later = { title: "New headline here", body: html("<div><p>It was <i>twelve</i>.</p></div>") };
  expect(await changes(earlier, later)).toEqual({
    written: [
      ["out Old", "in New", "same  headline here"],
      ["same It was ", "out ten", "in twelve", "same ."],
    ],
    isCut: false,
  });
});

test("today's summary is no part of an earlier version, which may not have said so", async () => {
  const later = { title: "T", body: html("<p>It was twelve.</p>"), summary: "It was twelve." };
  const found = await changes({ title: "T", body: html("<p>It was ten.</p>") }, later);
  expect(found.written).toEqual([["same T"], ["same It was ", "out ten", "in twelve", "same ."]]);
});

test("an article that had a summary only has a new text, not a changed one", async () => {
  const found = await changes({ title: "T", body: null }, { title: "T", body: html("<p>All of it.</p>") });
  expect(found.written).toEqual([["same T"], ["in All of it."]]);
});

test("of an earlier version that was kept as far as it fits, nothing is said of what followed", async () => {
  const long = Array.from({ length: 20_000 }, (_, n) => `<p>Line ${n} of it</p>`).join("");
  const kept = Array.from({ length: 20_000 }, (_, n) => `Line ${n} of it`)
    .join("\n")
    .slice(0, REVISION_LENGTH);
  const found = await changes(
    { title: "T", body: text(kept) },
    { title: "T", body: html(long.replace("Line 5 ", "Row 5 ")) },
  );
  expect(found.isCut).toBe(true);
  expect(found.written.filter((pieces) => pieces.length > 1)).toEqual([["out Line", "in Row", "same  5 of it"]]);
  expect(found.written.filter((pieces) => pieces.length === 1 && !pieces[0]?.startsWith("same"))).toEqual([]);
});
