import type { Article } from "../model.ts";
import { tagsGiven } from "../tags/mapTags.ts";
import type { ArticleRecord } from "./backup.ts";

/** By what an article is known again, and what the reader made of it. */
export function markOf(row: Article): ArticleRecord {
  const { feedId, keys, url, title, publishedAt, publishedDateOnly, arrivedAt, sortAt, unread, starred, later } = row;
  return {
    ...{ feedId, keys, url, title, tags: tagsGiven(row), publishedAt, publishedDateOnly, arrivedAt, sortAt },
    ...{ unread, starred, later },
    ...(row.sourceTags && { sourceTags: row.sourceTags }),
  };
}
