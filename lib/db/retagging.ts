import { tagged } from "../tags/mapTags.ts";
import { rewriteRows, scopePage } from "./articles.ts";
import { readChoices } from "./choices.ts";
import { tagScope } from "./tagScope.ts";
import { hiddenScope } from "./places.ts";
import { letOthersRead } from "./marking.ts";
import type { Db } from "./schema.ts";
import { clearState, readState, writeState } from "./state.ts";

/** As many as marking takes: see there. */
const CHUNK = 150;

/** Articles under these tags are to be mapped anew. In the transaction that changes the choices, so that none is forgotten. */
export async function queueRetagging(db: Db, tags: string[]): Promise<void> {
  if (tags.length === 0) return;
  const scopes = tags.flatMap((tag) => [tagScope("all", tag), hiddenScope("all", tag)]);
  const waiting = (await readState(db, "retagging"))?.scopes ?? [];
  // From the beginning: what was mapped by the choices before may have to be mapped again.
  await writeState(db, "retagging", { scopes: [...new Set([...waiting, ...scopes])], after: null });
}

/** Goes on until all articles are as the choices have them, whoever began it. One read where there is nothing to do. */
export async function finishRetagging(db: Db): Promise<void> {
  if (!(await readState(db, "retagging"))) return;
  while (await goOn(db)) await letOthersRead();
}

/** Whatever was done before: an article's tags follow from what its publisher gave it and from the choices there are. */
function goOn(db: Db): Promise<boolean> {
  return db.transaction("rw", db.articles, db.counters, db.tags, db.state, async () => {
    const pass = await readState(db, "retagging");
    const [scope, ...others] = pass?.scopes ?? [];
    if (!pass || scope === undefined) return false;
    const [rows, choices] = await Promise.all([
      scopePage(db, { scope, after: pass.after, count: CHUNK }),
      readChoices(db),
    ]);
    await rewriteRows(db, rows, (row) => tagged(row, choices));
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
