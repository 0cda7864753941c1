import { type MadeArticle, makeArticle } from "./articles.ts";
import type { SeedPlan } from "./seed.ts";

/** An article as others than the product index it: every fifth one to the last word. */
export type SearchDocument = { id: number; title: string; summary: string; tags: string; text: string; at: number };

/** The articles of a seeded store by the time of their publication, so that their ids are their order. */
export function makeDocuments({ feeds, perFeed, slices, until }: SeedPlan, most: number): SearchDocument[] {
  const documents: SearchDocument[] = [];
  const size = perFeed / slices;
  for (let place = 0; place < Math.min(feeds * perFeed, most); place++) {
    const [slice, inSlice] = [Math.floor(place / (feeds * size)), place % (feeds * size)];
    const feed = Math.floor(inSlice / size);
    const number = slice * size + (inSlice % size);
    documents.push(documentOf(makeArticle({ feed, number, count: perFeed, until }), place + 1));
  }
  documents.sort((a, b) => a.at - b.at);
  for (const [i, document] of documents.entries()) document.id = i + 1;
  return documents;
}

function documentOf({ title, summary, tags, html, publishedAt }: MadeArticle, id: number): SearchDocument {
  const text = id % 5 === 0 ? html.replace(/<[^>]+>/g, " ") : "";
  return { id, title, summary, tags: tags.join(" "), text, at: publishedAt };
}
