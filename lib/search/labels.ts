import { foldTag } from "./query.ts";
import { LONGEST_TERM_UNITS } from "./termBytes.ts";

/** Terms that no text has: an article's feed and its tags, so that these are found as words are. */

export const feedTerm = (feedId: string): string => `@${feedId}`.slice(0, LONGEST_TERM_UNITS);

/** Of a tag as `foldTag` gives it. */
export const tagTerm = (folded: string): string => `#${folded}`.slice(0, LONGEST_TERM_UNITS);

export const labelsOf = ({ feedId, tags }: { feedId: string; tags: string[] }): string[] => [
  feedTerm(feedId),
  ...new Set(tags.map((tag) => tagTerm(foldTag(tag)))),
];
