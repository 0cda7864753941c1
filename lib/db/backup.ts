import * as z from "zod/mini";
import { hashText } from "../feed/hash.ts";
import type { AlertMode, Article, Body, Flag, Position, TagChoice, Tombstone } from "../model.ts";
import type { FeedRecord } from "./feedRecord.ts";

/**
 * The form of a backup file. It is JSON by lines, so that neither writing nor reading ever holds a library in one text:
 * the first line has all but articles, each article has a line, and the last one has the sum of all before it.
 */
export const FORMAT = "foldline-backup";
export const VERSION = 1;

/** An article without what is only so on one device: its number, where its text lies, what the reader's tags make of it. */
export type ArticleRecord = Pick<
  Article,
  | "feedId"
  | "keys"
  | "url"
  | "title"
  | "tags"
  | "sourceTags"
  | "publishedAt"
  | "publishedDateOnly"
  | "arrivedAt"
  | "sortAt"
> &
  Pick<Article, "unread" | "starred" | "later"> & {
    /** Where someone stopped reading. */
    position?: Omit<Position, "articleId">;
    /** Absent where only flags were asked for. */
    content?: ArticleContent;
  };

export type ArticleContent = Pick<
  Article,
  "summary" | "authors" | "updatedAt" | "hero" | "language" | "direction" | "enclosures" | "commentsUrl"
> &
  Pick<Article, "contentHash" | "revisedAt"> & { text: Body | null };

export type Header = {
  format: typeof FORMAT;
  version: typeof VERSION;
  savedAt: number;
  /** Whether articles have their texts. */
  isWhole: boolean;
  /** Checked by who obeys them. */
  settings: Record<string, unknown>;
  feeds: FeedRecord[];
  tags: TagChoice[];
  tombstones: Omit<Tombstone, "id">[];
};

/** The last line of a file with so many articles: `sum` is of all lines before. */
export const footerOf = (articles: number, sum: string): string => `],"end":${JSON.stringify({ articles, sum })}}`;

/** The sum so far and one more line make the next sum: what has changed on its way is known by it. */
export const added = (sum: string, line: string): string => hashText(sum + line);

// Zod would compile its checks with `new Function`, which the extension's policy forbids.
z.config({ jitless: true });

const text = z.string();
const number = z.number();
/** A time of which every calendar has the day, and those beside it: a list that shows another one falls. */
const time = number.check(z.gte(Date.UTC(-200_000, 0)), z.lt(Date.UTC(200_000, 0)));
const url = z.string().check(z.refine((value) => /^https?:/i.test(value) && URL.canParse(value)));
const flag = z.union([z.literal(0), z.literal(1)]) satisfies z.ZodMiniType<Flag>;
const strings = z.array(text);
const alerts = z.enum(["each", "group", "count", "ignore"]) satisfies z.ZodMiniType<AlertMode>;

const anchor = z.object({ block: number, words: text, passed: number, next: z.exactOptional(text) });
const position = z.object({ anchor, share: number, at: time });
const body = z.object({
  format: z.union([z.literal("markdown"), z.literal("html"), z.literal("text")]),
  source: text,
  baseUrl: z.nullable(url),
});

const content = z.object({
  summary: text,
  authors: strings,
  updatedAt: z.nullable(time),
  hero: z.nullable(z.object({ url, alt: text })),
  language: z.nullable(text),
  direction: z.nullable(z.union([z.literal("ltr"), z.literal("rtl")])),
  enclosures: z.array(z.object({ url, type: text, length: z.nullable(number) })),
  commentsUrl: z.nullable(url),
  contentHash: text,
  revisedAt: z.exactOptional(time),
  text: z.nullable(body),
}) satisfies z.ZodMiniType<ArticleContent>;

export const articleRecord = z.object({
  feedId: text,
  keys: strings.check(z.minLength(1)),
  url: z.nullable(url),
  title: text,
  tags: strings,
  sourceTags: z.exactOptional(strings),
  publishedAt: z.nullable(time),
  publishedDateOnly: z.boolean(),
  arrivedAt: time,
  sortAt: time,
  unread: flag,
  starred: flag,
  later: flag,
  position: z.exactOptional(position),
  content: z.exactOptional(content),
}) satisfies z.ZodMiniType<ArticleRecord>;

/** What a feed's row has more one day is to be kept here too: the last line of this file says so where it is not. */
const feedRecord = z.object({
  id: text,
  url,
  title: text,
  isNamed: z.exactOptional(z.boolean()),
  homeUrl: z.nullable(url),
  tags: strings,
  addedAt: time,
  order: z.exactOptional(number),
  intervalMs: z.exactOptional(number),
  isPaused: z.exactOptional(z.literal(true)),
  pictureHosts: z.exactOptional(z.enum(["own", "any"])),
  pictures: z.exactOptional(z.enum(["hero", "none"])),
  listed: z.exactOptional(number),
  identity: z.exactOptional(z.literal("link")),
  alerts: z.exactOptional(alerts),
}) satisfies z.ZodMiniType<FeedRecord>;

const tagChoice = z.object({
  tag: text,
  label: z.exactOptional(text),
  pinnedAt: z.exactOptional(time),
  isMuted: z.exactOptional(z.literal(true)),
  mergedInto: z.exactOptional(text),
  notSameAs: z.exactOptional(strings),
  alerts: z.exactOptional(alerts),
}) satisfies z.ZodMiniType<TagChoice>;

export const header = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  savedAt: time,
  isWhole: z.boolean(),
  settings: z.record(text, z.unknown()),
  feeds: z.array(feedRecord),
  tags: z.array(tagChoice),
  tombstones: z.array(z.object({ feedId: text, keys: strings, titleHash: text, seenAt: time })),
}) satisfies z.ZodMiniType<Header>;

/** The beginning of a file by any version. */
export const anyHeader = z.object({ format: z.literal(FORMAT), version: number });

type Forgotten =
  | Exclude<keyof FeedRecord, keyof z.output<typeof feedRecord>>
  | Exclude<keyof TagChoice, keyof z.output<typeof tagChoice>>
  | Exclude<
      keyof Article,
      keyof ArticleRecord | keyof ArticleContent | "id" | "places" | "body" | "givenTags" | "mutedBy"
    >;
/** A field that is neither backed up above nor a fact of fetching (`feedRecord.ts`) makes this an error that names it. */
export const nothingForgotten: [Forgotten] extends [never] ? true : Forgotten = true;
