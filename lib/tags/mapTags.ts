import type { Article, TagChoice } from "../model.ts";

/** What the reader made of tags, by tag. */
export type Choices = ReadonlyMap<string, TagChoice>;

export type Tagged = Pick<Article, "tags" | "givenTags" | "mutedBy">;

/** Canonical tags as publishers give them. */
export const tagsGiven = ({ tags, givenTags }: Pick<Article, "tags" | "givenTags">): string[] => givenTags ?? tags;

/** The tag that articles given this one receive. */
export const rootOf = (tag: string, choices: Choices): string => choices.get(tag)?.mergedInto ?? tag;

/** What tags are called that the reader named. */
export const givenNames = (choices: Choices): ReadonlyMap<string, string> =>
  new Map([...choices.values()].flatMap(({ tag, label }) => (label === undefined ? [] : [[tag, label]])));

/** An article as the choices have it, told by what its publisher gave it: the same object where they change nothing. */
export function tagged<Row extends Tagged>(row: Row, choices: Choices): Row {
  const given = tagsGiven(row);
  const tags = [...new Set(given.map((tag) => rootOf(tag, choices)))];
  const mutedBy = tags.filter((tag) => choices.get(tag)?.isMuted);
  if (isSame(tags, row.tags) && isSame(mutedBy, row.mutedBy ?? [])) return row;
  const { givenTags: _, mutedBy: __, ...kept } = row;
  const mapped: Tagged = {
    tags,
    ...(!isSame(tags, given) && { givenTags: given }),
    ...(mutedBy.length > 0 && { mutedBy }),
  };
  // What was taken out of the row is what `mapped` says anew.
  return { ...kept, ...mapped } as Row;
}

const isSame = (a: string[], b: string[]): boolean => a.length === b.length && a.every((tag, i) => tag === b[i]);
