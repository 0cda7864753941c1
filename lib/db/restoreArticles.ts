import type { Article, Body, Position } from "../model.ts";
import { tagged, type Choices } from "../tags/mapTags.ts";
import type { ArticleRecord } from "./backup.ts";
import { startBodyDraft, type BodyDraft } from "./bodies.ts";
import { readChoices } from "./choices.ts";
import { addToDelta, applyDelta, type CountDelta } from "./counters.ts";
import { toRow, type Draft } from "./draft.ts";
import { placesOf } from "./places.ts";
import { queueImages } from "./pictureQueue.ts";
import type { Db } from "./schema.ts";
import { indexTables, startIndexDraft } from "./searchIndex.ts";
import { readState, writeState } from "./state.ts";
import { findBuried, inscribed } from "./tombstones.ts";

/** Some articles of a backup, in the order of their ids there, under the ids that their feeds have here. */
export function restoreArticles(db: Db, records: ArticleRecord[]): Promise<void> {
  const { feeds, articles, bodies, images, counters, tombstones, positions, tags } = db;
  const tables = [feeds, articles, bodies, images, counters, tombstones, positions, tags, ...indexTables(db)];
  return db.transaction("rw", tables, () => restoreChunk(db, records));
}

async function restoreChunk(db: Db, records: ArticleRecord[]): Promise<void> {
  const [{ fresh, known }, choices, firstId = 1, firstChunk = 1] = await Promise.all([
    sorted(db, records),
    readChoices(db),
    readState(db, "nextArticleId"),
    readState(db, "nextChunkId"),
  ]);
  const texts = startBodyDraft(firstChunk);
  const inserted = fresh.map((record, i) => inserting(record, { choices, id: firstId + i, texts }));
  const changed = known.map((pair) => changing(pair, { choices, texts }));
  const all = [...changed, ...inserted];
  const filled = all.filter(({ text }) => text !== undefined);
  const delta: CountDelta = new Map();
  for (const { before, row } of all) addToDelta(delta, before, row);
  await Promise.all([
    db.articles.bulkPut(all.map(({ row }) => row)),
    applyDelta(db, delta),
    texts.write(db),
    addPositions(
      db,
      all.flatMap(({ position }) => position ?? []),
    ),
    queueImages(db, filled.map(({ row }) => row).filter(isKept)),
    inserted.length > 0 && writeState(db, "nextArticleId", firstId + inserted.length),
    writeIndex(db, filled),
  ]);
}

type Written = { before: Article | null; row: Article; position: Position | undefined; text?: Body | null };
type Known = { record: ArticleRecord; stored: Article };
type Sorted = { fresh: ArticleRecord[]; known: Known[] };

/** Which of them are here already. One that was deleted here comes back where somebody wanted to keep it. */
async function sorted(db: Db, given: ArticleRecord[]): Promise<Sorted> {
  const records = [...new Map(given.map((record) => [record.keys[0], record])).values()];
  const keys = records.flatMap((record) => record.keys);
  const [stored, buried] = await Promise.all([
    db.articles.where("keys").anyOf(keys).distinct().toArray(),
    findBuried(db, keys),
  ]);
  const known: Known[] = [];
  const fresh: ArticleRecord[] = [];
  const exhumed: number[] = [];
  const byKey = new Map(stored.flatMap((article) => article.keys.map((key) => [key, article] as const)));
  for (const article of stored) byKey.set(article.keys[0] ?? "", article);
  const graves = new Map(buried.map((tombstone) => [tombstone.keys[0], tombstone]));
  const taken = new Set<Article>();
  for (const record of records) {
    const owner = ownerOf(record, byKey);
    const grave = graves.get(inscribed(record).keys[0]);
    if (owner && !taken.has(owner)) {
      taken.add(owner);
      known.push({ record, stored: owner });
    } else if (!grave || isKept(record)) {
      fresh.push(record);
      if (grave) exhumed.push(grave.id);
    }
  }
  await db.tombstones.bulkDelete(exhumed);
  return { fresh, known };
}

/** By the first key; by another one under the same title only, as in a refresh. */
function ownerOf({ keys, title }: ArticleRecord, byKey: ReadonlyMap<string, Article>): Article | undefined {
  const [first = ""] = keys;
  const owner = byKey.get(first);
  if (owner?.keys[0] === first) return owner;
  return keys.map((key) => byKey.get(key)).find((article) => article?.title === title);
}

const isKept = ({ unread, starred, later }: Pick<Article, "unread" | "starred" | "later">): boolean =>
  unread + starred + later > 0;

type Inserting = { choices: Choices; id: number; texts: BodyDraft };

function inserting(record: ArticleRecord, { choices, id, texts }: Inserting): Written {
  const draft = tagged(draftOf(record), choices);
  const row = toRow(draft, { id, body: texts.add(draft) });
  return { before: null, row, position: positionOf(record, id), text: draft.text };
}

/** What came without its content says so by its empty hash: the next refresh that lists it fills it in. */
function draftOf({ position: _, content, ...mark }: ArticleRecord): Draft {
  return { ...NO_CONTENT, ...content, ...mark };
}

const NO_CONTENT = {
  summary: "",
  authors: [],
  updatedAt: null,
  hero: null,
  language: null,
  direction: null,
  enclosures: [],
  commentsUrl: null,
  contentHash: "",
  text: null,
};

/** What is here stays; stars and the queue grow, and what was read in one of the two is read. */
function changing({ record, stored }: Known, { choices, texts }: Omit<Inserting, "id">): Written {
  const flags = {
    unread: stored.unread && record.unread,
    starred: stored.starred || record.starred,
    later: stored.later || record.later,
  };
  const position = positionOf(record, stored.id);
  const isStub = stored.contentHash === "" && record.content !== undefined;
  if (!isStub) return { before: stored, row: placed({ ...stored, ...flags }), position };
  const draft = tagged({ ...draftOf(record), ...flags }, choices);
  const row = toRow(draft, { id: stored.id, body: texts.add(draft) });
  return { before: stored, row, position, text: draft.text };
}

const placed = (row: Article): Article => ({ ...row, places: placesOf(row) });

const positionOf = ({ position }: ArticleRecord, articleId: number): Position | undefined =>
  position && { ...position, articleId };

/** Where somebody stopped reading here is newer than where they did in the backup. */
async function addPositions(db: Db, given: Position[]): Promise<void> {
  const here = await db.positions.bulkGet(given.map(({ articleId }) => articleId));
  await db.positions.bulkAdd(given.filter((_, i) => here[i] === undefined));
}

async function writeIndex(db: Db, filled: Written[]): Promise<void> {
  const index = startIndexDraft();
  for (const { row, text } of filled.toSorted((a, b) => a.row.id - b.row.id)) index.add(row, text ?? null);
  await index.write(
    db,
    filled.flatMap(({ before }) => before?.id ?? []),
  );
}
