import type { Article, Body, Position } from "../model.ts";
import { getBodies } from "./bodies.ts";
import { added, FORMAT, footerOf, VERSION, type ArticleRecord, type Header } from "./backup.ts";
import { recordOf } from "./feedRecord.ts";
import { markOf } from "./mark.ts";
import type { Db } from "./schema.ts";

export type Wanted = {
  now: number;
  settings: Header["settings"];
  /** With summaries and texts, not flags alone. */
  isWhole: boolean;
};

/** Read, and handed to the browser, at once. */
const ARTICLES_AT_ONCE = 200;

/**
 * All that is kept as one file. A source that is followed meanwhile is not in it; of no source in it are only articles
 * that somebody keeps.
 */
export async function writeBackup(db: Db, wanted: Wanted): Promise<Blob> {
  const header = await headerOf(db, wanted);
  const feedIds = new Set(header.feeds.map(({ id }) => id));
  const file = startFile(header);
  for (let after = 0; ;) {
    const rows = await db.articles.where("id").above(after).limit(ARTICLES_AT_ONCE).toArray();
    const records = await recordsOf(
      db,
      rows.filter((row) => isKept(row) || feedIds.has(row.feedId)),
      wanted,
    );
    file.add(records);
    const last = rows.at(-1);
    if (!last || rows.length < ARTICLES_AT_ONCE) return file.end();
    after = last.id;
  }
}

/** Whether it stays when its source is unfollowed. */
const isKept = ({ starred, later }: Pick<Article, "starred" | "later">): boolean => starred + later > 0;

function headerOf(db: Db, { now, settings, isWhole }: Wanted): Promise<Header> {
  return db.transaction("r", db.feeds, db.tags, db.tombstones, async () => {
    const [feeds, tags, tombstones] = await Promise.all([
      db.feeds.toArray(),
      db.tags.toArray(),
      db.tombstones.toArray(),
    ]);
    const head = { format: FORMAT, version: VERSION, savedAt: now, isWhole, settings } as const;
    return { ...head, feeds: feeds.map(recordOf), tags, tombstones: tombstones.map(({ id: _, ...rest }) => rest) };
  });
}

async function recordsOf(db: Db, rows: Article[], { isWhole }: Wanted): Promise<ArticleRecord[]> {
  const [positions, texts] = await Promise.all([
    db.positions.bulkGet(rows.map(({ id }) => id)),
    isWhole ? getBodies(db, rows) : [],
  ]);
  return rows.map((row, i) => ({
    ...markOf(row),
    ...placeIn(positions[i]),
    ...(isWhole && { content: contentOf(row, texts[i] ?? null) }),
  }));
}

function placeIn(position: Position | undefined): Pick<ArticleRecord, "position"> {
  if (!position) return {};
  const { articleId: _, ...place } = position;
  return { position: place };
}

function contentOf(row: Article, text: Body | null): NonNullable<ArticleRecord["content"]> {
  const { summary, authors, updatedAt, hero, language, direction, enclosures, commentsUrl, contentHash } = row;
  const marked = row.revisedAt === undefined ? {} : { revisedAt: row.revisedAt };
  return {
    ...{ summary, authors, updatedAt, hero, language, direction, enclosures, commentsUrl, contentHash },
    ...{ ...marked, text },
  };
}

function startFile(header: Header) {
  const parts: Blob[] = [];
  let [sum, articles] = ["", 0];
  const write = (lines: string[]) => {
    for (const line of lines) sum = added(sum, line);
    // A blob may lie on the disk; a string may not.
    parts.push(new Blob(lines.map((line) => `${line}\n`)));
  };
  write([`${JSON.stringify(header).slice(0, -1)},"articles":[`]);
  return {
    add: (records: ArticleRecord[]) => {
      write(records.map((record, i) => (articles + i === 0 ? "" : ",") + JSON.stringify(record)));
      articles += records.length;
    },
    end: (): Blob => new Blob([...parts, `${footerOf(articles, sum)}\n`], { type: "application/json" }),
  };
}
