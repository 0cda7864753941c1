import type { TagChoice } from "../model.ts";
import { foldTag } from "./query.ts";

/**
 * The tags, as `foldTag` gives them, of which an article may have been given one where its tag goes by this name: the tag
 * itself, those merged into it, and its own where the name is what the reader calls it. So the index knows what
 * publishers gave, and is as it was whatever is chosen.
 */
export function tagsNamed(name: string, choices: Iterable<TagChoice>): string[] {
  const rows = [...choices].map(({ tag, mergedInto, label }) => ({
    tag: foldTag(tag),
    root: mergedInto === undefined ? null : foldTag(mergedInto),
    label: foldTag(label ?? ""),
  }));
  const merged = rows.filter(({ root }) => root !== null);
  const into = merged.filter(({ tag }) => tag === name).map(({ root }) => root);
  const called = rows.filter(({ root, label }) => root === null && label === name).map(({ tag }) => tag);
  const roots = new Set([...(into.length > 0 ? into : [name]), ...called]);
  return [...new Set([...roots, ...merged.filter(({ root }) => roots.has(root)).map(({ tag }) => tag)])].filter(
    (tag) => tag !== null,
  );
}
