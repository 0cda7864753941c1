import type { FeedDocument } from "./document.ts";

/** A feed that was found and is not followed. */
export type Candidate = {
  url: string;
  /** What its page calls it, as plain text; empty where it says nothing. */
  title: string;
  /** As far as can be told without asking for it. */
  format: FeedDocument["format"] | null;
  /** `comments` are other people's words; the last three are what a code host lists of one project. */
  kind: "articles" | "comments" | "releases" | "commits" | "tags";
};

/** A feed's address by its last part: `/feed`, `/blog/rss.xml`, `/news.atom`. */
export const FEED_PATH =
  /(^|\/)(feed|feeds?\.(xml|json|rss|atom)|rss\d?|rss\.(xml|php|aspx)|atom|atom\.xml|index\.(xml|rdf|rss))\/?$|\.(rss|atom|rdf)$/i;
