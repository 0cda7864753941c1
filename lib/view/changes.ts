import type { Versions } from "../db/versions.ts";
import { textOfBody } from "../feed/bodyText.ts";
import { REVISION_LENGTH } from "../feed/limits.ts";
import type { Article, Body, Revision } from "../model.ts";
import { comparedBlocks, type ComparedBlock } from "./comparedBlocks.ts";
import { inSlices } from "./inSlices.ts";
import { renderBody, type RenderDeps } from "./render.ts";
import { textDiff, type DiffBlock } from "./textDiff.ts";

export type ChangedBlock = DiffBlock<ComparedBlock>;

/** `isCut`: of the earlier version only the beginning was kept, so that nothing is said of what followed. */
export type Changes = { blocks: ChangedBlock[]; isCut: boolean };

type Comparing = Omit<RenderDeps, "findPictures">;

/** What became of an earlier version's words, as they are read: its headline first. */
export async function changesSince(
  revision: Revision,
  { article, body }: Pick<Versions, "article" | "body">,
  deps: Comparing,
): Promise<Changes> {
  const earlier = { ...article, title: revision.title };
  if (isWordsOnly(revision.body, body)) {
    const [before = [], after = []] = [revision.body, body].map(linesOf);
    const blocks = await inSlices(textDiff([titleOf(earlier), ...before], [titleOf(article), ...after]));
    const isCut = (revision.body?.source.length ?? 0) >= REVISION_LENGTH;
    return { blocks: isCut ? withoutTail(blocks) : blocks, isCut };
  }
  const [before, after] = [await readBlocks(earlier, revision.body, deps), await readBlocks(article, body, deps)];
  const diff = textDiff([titleOf(earlier), ...before], [titleOf(article), ...after]);
  return { blocks: await inSlices(diff), isCut: false };
}

/** A very long text is kept as an earlier version without its markup. */
function isWordsOnly(earlier: Body | null, body: Body | null): boolean {
  if (earlier?.format !== "text") return false;
  return body?.format !== "text" || earlier.source.length >= REVISION_LENGTH;
}

const titleOf = ({ title }: Article): ComparedBlock => ({ kind: "heading", text: title });

/** Of a longer text as much as is kept of an earlier version; a line that was cut off is none. */
function linesOf(body: Body | null): ComparedBlock[] {
  const text = body === null ? "" : textOfBody(body);
  const lines = text.slice(0, REVISION_LENGTH).split("\n");
  return lines.slice(0, text.length >= REVISION_LENGTH ? -1 : lines.length).flatMap(lineBlock);
}

function lineBlock(line: string): ComparedBlock[] {
  const text = line.trim();
  return text === "" ? [] : [{ kind: "text", text }];
}

/** Where both were cut off, one goes on a little longer than the other. */
function withoutTail(blocks: ChangedBlock[]): ChangedBlock[] {
  const last = blocks.findLastIndex(({ pieces }) => pieces.some(({ change }) => change === "same"));
  return blocks.slice(0, last + 1);
}

async function readBlocks(article: Article, body: Body | null, deps: Comparing): Promise<ComparedBlock[]> {
  if (body === null) return [];
  // No summary is kept of an earlier version, and today's would lead its text.
  const shown = { ...article, summary: "" };
  const { fragment, standfirst } = await renderBody(shown, body, { ...deps, findPictures: async () => new Map() });
  // The words of a picture that does not show; of one that does they are not read.
  for (const missing of fragment.querySelectorAll(".missing")) missing.remove();
  return [...lineBlock(standfirst ?? ""), ...comparedBlocks(fragment)];
}
