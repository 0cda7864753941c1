import type { TagChoice } from "../model.ts";
import type { Act } from "../tags/choosing.ts";
import { rootOf, type Choices } from "../tags/mapTags.ts";
import { readChoices } from "./choices.ts";
import { dropChunks, finishMarking, isUnderWay } from "./marking.ts";
import { finishRetagging, queueRetagging } from "./retagging.ts";
import type { Db } from "./schema.ts";
import { clearState, readState, writeState } from "./state.ts";

/**
 * Writes down what the reader chose, in the place of what Undo would have taken back; articles follow by `finishRetagging`.
 * False where all was so already.
 */
export async function chooseTags(db: Db, act: Act): Promise<boolean> {
  for (;;) {
    const done = await tryAct(db, act);
    if (done !== "busy") return done === "changed";
    await finishMarking(db);
  }
}

/** Takes the last such act back; false where it is not what was done last. */
export async function undoChoices(db: Db): Promise<boolean> {
  const isUndone = await changing(db, async (choices) => {
    const batch = await readState(db, "undo");
    if (batch?.kind !== "tags") return false;
    await write(db, batch.before, choices);
    await clearState(db, "undo");
    return true;
  });
  await finishRetagging(db);
  return isUndone;
}

const tryAct = (db: Db, act: Act): Promise<"changed" | "nothing" | "busy"> =>
  changing(db, async (choices) => {
    const last = await readState(db, "undo");
    if (isUnderWay(last)) return "busy";
    const after = act(choices).filter((choice) => !isSame(choice, choices.get(choice.tag)));
    if (after.length === 0) return "nothing";
    await dropChunks(db, last);
    await writeState(db, "undo", { kind: "tags", before: after.map(({ tag }) => choices.get(tag) ?? { tag }) });
    await write(db, after, choices);
    return "changed";
  });

const changing = <Result>(db: Db, change: (choices: Choices) => Promise<Result>): Promise<Result> =>
  db.transaction("rw", db.tags, db.state, async () => change(await readChoices(db)));

/** A row that says nothing is none. */
async function write(db: Db, rows: TagChoice[], before: Choices): Promise<void> {
  const [empty, telling] = [rows.filter(isEmpty), rows.filter((row) => !isEmpty(row))];
  await db.tags.bulkPut(telling);
  await db.tags.bulkDelete(empty.map(({ tag }) => tag));
  await queueRetagging(db, touchedBy(rows, before));
}

/** The tags under which articles stand that are to be mapped anew: not those that were only named or pinned. */
function touchedBy(rows: TagChoice[], before: Choices): string[] {
  const remapped = rows.filter((row) => {
    const old = before.get(row.tag);
    return row.mergedInto !== old?.mergedInto || row.isMuted !== old?.isMuted;
  });
  return remapped.flatMap(({ tag }) => [tag, rootOf(tag, before)]);
}

const isEmpty = (choice: TagChoice): boolean => Object.keys(choice).length === 1;

function isSame(a: TagChoice, b: TagChoice = { tag: a.tag }): boolean {
  const [one, other] = [a, b].map((choice) => JSON.stringify(Object.entries(choice).sort()));
  return one === other;
}
