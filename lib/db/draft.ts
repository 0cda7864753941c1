import type { Article, Body } from "../model.ts";
import { placesOf } from "./places.ts";

/** An article on its way in: all but what the store gives it. */
export type Draft = Omit<Article, "id" | "places" | "body"> & { text: Body | null };

export function toRow({ text: _, ...article }: Draft, { id, body }: Pick<Article, "id" | "body">): Article {
  const row = { ...article, id, body };
  return { ...row, places: placesOf(row) };
}
