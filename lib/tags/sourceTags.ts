import type { Article } from "../model.ts";
import { canonicalTags } from "./canonicalTags.ts";
import { tagsGiven } from "./mapTags.ts";

type Given = Pick<Article, "tags" | "sourceTags">;

/** What an article is given: by its publisher, and behind that what its source gives to all of its articles. */
export function withSourceTags(categories: string[], ofSource: string[]): Given {
  const own = canonicalTags(categories);
  const tags = canonicalTags([...own, ...ofSource]);
  const sourceTags = tags.filter((tag) => !own.includes(tag));
  return { tags, ...(sourceTags.length > 0 && { sourceTags }) };
}

/** The article as it would be, had its source always given these; still to be mapped. The same object where it is so. */
export function givenAnew(row: Article, ofSource: string[] | undefined): Article {
  // Of a source that is not followed any more nothing changes.
  if (!ofSource) return row;
  const given = tagsGiven(row);
  const fromSource = row.sourceTags ?? [];
  const own = given.filter((tag) => !fromSource.includes(tag));
  const anew = withSourceTags(own, ofSource);
  const isSame = String(anew.tags) === String(given) && String(anew.sourceTags ?? []) === String(fromSource);
  if (isSame) return row;
  const { givenTags: _, mutedBy: __, sourceTags: ___, ...kept } = row;
  return { ...kept, ...anew };
}
