import type { Article } from "../model.ts";
import { tagged } from "../tags/mapTags.ts";
import { givenAnew } from "../tags/sourceTags.ts";
import { rewriteRows, scopePage } from "./articles.ts";
import { getBodies } from "./bodies.ts";
import { readChoices } from "./choices.ts";
import { tagScope } from "./tagScope.ts";
import { hiddenScope } from "./places.ts";
import { letOthersRead } from "./marking.ts";
import type { Db } from "./schema.ts";
import { indexTables, startIndexDraft } from "./searchIndex.ts";
import { clearState, readState, writeState } from "./state.ts";

/** As many as marking takes: see there. */
const CHUNK = 150;

/** Articles under these tags are to be mapped anew. In the transaction that changes the choices, so that none is forgotten. */
export const queueRetagging = (db: Db, tags: string[]): Promise<void> =>
  queueScopes(
    db,
    tags.flatMap((tag) => [tagScope("all", tag), hiddenScope("all", tag)]),
  );

/** The same of the articles in these scopes. */
export async function queueScopes(db: Db, scopes: string[]): Promise<void> {
  if (scopes.length === 0) return;
  const waiting = (await readState(db, "retagging"))?.scopes ?? [];
  // From the beginning: what was mapped by the choices before may have to be mapped again.
  await writeState(db, "retagging", { scopes: [...new Set([...waiting, ...scopes])], after: null });
}

/** Goes on until all articles are as the choices have them, whoever began it. One read where there is nothing to do. */
export async function finishRetagging(db: Db): Promise<void> {
  if (!(await readState(db, "retagging"))) return;
  while (await goOn(db)) await letOthersRead();
}

/** Whatever was done before: an article's tags follow from what it is given and from the choices there are. */
function goOn(db: Db): Promise<boolean> {
  const tables = [db.articles, db.bodies, db.counters, db.feeds, db.tags, ...indexTables(db)];
  return db.transaction("rw", tables, async () => {
    const pass = await readState(db, "retagging");
    const [scope, ...others] = pass?.scopes ?? [];
    if (!pass || scope === undefined) return false;
    const rows = await scopePage(db, { scope, after: pass.after, count: CHUNK });
    await retag(db, rows);
    const last = rows.at(-1);
    if (last && rows.length === CHUNK) {
      await writeState(db, "retagging", { ...pass, after: { sortAt: last.sortAt, id: last.id } });
      return true;
    }
    if (others.length === 0) await clearState(db, "retagging");
    else await writeState(db, "retagging", { scopes: others, after: null });
    return others.length > 0;
  });
}

async function retag(db: Db, rows: Article[]): Promise<void> {
  const [feeds, choices] = await Promise.all([db.feeds.toArray(), readChoices(db)]);
  const ofSources = new Map(feeds.map((feed) => [feed.id, feed.tags]));
  const given = new Map(rows.map((row) => [row, givenAnew(row, ofSources.get(row.feedId))]));
  await rewriteRows(db, rows, (row) => tagged(given.get(row) ?? row, choices));
  // Found by what they are given: what the reader makes of it is looked up when a query is planned.
  const changed = [...given].flatMap(([row, anew]) => (row === anew ? [] : anew)).sort((a, b) => a.id - b.id);
  const texts = await getBodies(db, changed);
  const index = startIndexDraft();
  for (const [i, row] of changed.entries()) index.add(row, texts[i] ?? null);
  await index.write(
    db,
    changed.map(({ id }) => id),
  );
}
