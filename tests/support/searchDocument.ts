import type { SearchDocument } from "../../lib/search/matches.ts";
import { parseQuery, type Query } from "../../lib/search/query.ts";

/** An article for search that has only what a test is about. */
export function searchDocument(fields: Partial<SearchDocument> = {}): SearchDocument {
  const empty = { title: "", summary: "", authors: [], tags: [], feedId: "home", feedTitle: "", text: "" };
  return { id: 1, sortAt: 0, unread: 0, starred: 0, later: 0, tagNames: fields.tags ?? [], ...empty, ...fields };
}

/** What a typed text asks, in a zone without a shift. */
export function queryOf(text: string): Query {
  return parseQuery(text, (utcMidnight) => utcMidnight).query;
}
