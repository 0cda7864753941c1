import type { Position } from "../model.ts";
import type { Db } from "./schema.ts";
import { clearState, readState, writeState } from "./state.ts";

/** Articles whose position is kept: those read last. */
const KEPT = 1_000;

export function getPosition(db: Db, articleId: number): Promise<Position | undefined> {
  return db.positions.get(articleId);
}

/** The last writer wins. Nothing is kept of an article that has been deleted meanwhile. */
export function keepPosition(db: Db, position: Position): Promise<void> {
  return db.transaction("rw", db.positions, db.state, db.articles, async () => {
    if (!(await db.articles.get(position.articleId))) return;
    await db.positions.put(position);
    await writeState(db, "leftOff", position.articleId);
    const surplus = (await db.positions.count()) - KEPT;
    if (surplus > 0) await db.positions.bulkDelete(await db.positions.orderBy("at").limit(surplus).primaryKeys());
  });
}

/** An article that was read to its end, or that stands at its top again. */
export function forgetPosition(db: Db, articleId: number): Promise<void> {
  return db.transaction("rw", db.positions, db.state, async () => {
    await db.positions.delete(articleId);
    if ((await readState(db, "leftOff")) === articleId) await clearState(db, "leftOff");
  });
}

/** The article that was read last is now this one. */
export function noteOpened(db: Db, articleId: number, now: number): Promise<void> {
  return db.transaction("rw", db.positions, db.state, async () => {
    const [left, position] = await Promise.all([readState(db, "leftOff"), getPosition(db, articleId)]);
    if (position) {
      await db.positions.put({ ...position, at: now });
      await writeState(db, "leftOff", articleId);
    } else if (left !== undefined) await clearState(db, "leftOff");
  });
}

/** Of the article that was read last, where it was left before its end; undefined where it was not, or nobody is to be told. */
export async function lastLeft(db: Db): Promise<Position | undefined> {
  const articleId = await readState(db, "leftOff");
  return articleId === undefined ? undefined : getPosition(db, articleId);
}

export function forgetLastLeft(db: Db): Promise<void> {
  return clearState(db, "leftOff");
}
