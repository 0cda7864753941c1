import {
  added,
  anyHeader,
  articleRecord,
  footerOf,
  header,
  VERSION,
  type ArticleRecord,
  type Header,
} from "./backup.ts";
import { linesOf } from "./lines.ts";

export type Backup = Header & {
  kind: "backup";
  counts: { articles: number; starred: number; later: number };
  /** Reads the file once more, some articles at a time. Throws where it is not what it was. */
  articles: () => AsyncGenerator<ArticleRecord[]>;
};

export type BackupFault = { kind: "notABackup" | "damaged" | "tooNew" };

/** Looks into a file from its first byte to its last: of a damaged one nothing is taken. */
export async function readBackup(file: Blob): Promise<Backup | BackupFault> {
  const first = await firstLine(file);
  const opening = anyHeader.safeParse(first);
  if (!opening.success) return { kind: looksLikeOne(await file.slice(0, 200).text()) ? "damaged" : "notABackup" };
  if (opening.data.version > VERSION) return { kind: "tooNew" };
  const head = header.safeParse(first);
  const counts = head.success && (await counted(file, head.data));
  if (!counts) return { kind: "damaged" };
  return { kind: "backup", ...head.data, counts, articles: () => recordsIn(file) };
}

const looksLikeOne = (text: string): boolean => text.includes("foldline");

async function firstLine(file: Blob): Promise<unknown> {
  try {
    for await (const [line = ""] of linesOf(file)) return parseHead(line);
  } catch (fault) {
    unlessMalformed(fault);
  }
  return null;
}

const parseHead = (line: string): unknown => JSON.parse(`${line}]}`);

/** What other people's bytes throw when they are decoded and parsed. Ours would be another kind. */
function unlessMalformed(fault: unknown): void {
  if (!(fault instanceof SyntaxError || fault instanceof TypeError || fault instanceof RangeError)) throw fault;
}

/** Null where anything is not as it was written. */
async function counted(file: Blob, { feeds }: Header): Promise<Backup["counts"] | null> {
  const feedIds = new Set(feeds.map(({ id }) => id));
  const isOwn = ({ feedId, keys, starred, later }: ArticleRecord) =>
    (feedIds.has(feedId) || starred + later > 0) && keys.every((key) => key.startsWith(`${feedId} `));
  const counts = { articles: 0, starred: 0, later: 0 };
  if (feedIds.size !== feeds.length) return null;
  try {
    for await (const records of recordsIn(file)) {
      if (!records.every(isOwn)) return null;
      counts.articles += records.length;
      for (const { starred, later } of records) {
        counts.starred += starred;
        counts.later += later;
      }
    }
  } catch (fault) {
    unlessMalformed(fault);
    return null;
  }
  return counts;
}

/** Throws a `SyntaxError` where the lines, their number or their sum are not as they were written. */
async function* recordsIn(file: Blob): AsyncGenerator<ArticleRecord[]> {
  let [sum, articles, isFirst, isEnded] = ["", 0, true, false];
  for await (const lines of linesOf(file)) {
    const records: ArticleRecord[] = [];
    for (const line of lines) {
      if (isEnded) throw new SyntaxError("more behind the end");
      if (line.startsWith("]")) {
        if (line !== footerOf(articles, sum)) throw new SyntaxError("another sum");
        isEnded = true;
        continue;
      }
      sum = added(sum, line);
      if (!isFirst) records.push(parseRecord(line, articles++));
      isFirst = false;
    }
    if (records.length > 0) yield records;
  }
  if (!isEnded) throw new SyntaxError("no end");
}

function parseRecord(line: string, place: number): ArticleRecord {
  if (line.startsWith(",") !== place > 0) throw new SyntaxError("another line than it was written");
  const record = articleRecord.safeParse(JSON.parse(place > 0 ? line.slice(1) : line));
  if (!record.success) throw new SyntaxError("no article");
  return record.data;
}
