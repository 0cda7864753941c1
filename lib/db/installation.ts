import { hashText } from "../feed/hash.ts";
import type { Db } from "./schema.ts";
import { readState, writeState } from "./state.ts";

/**
 * This installation's place (0…1) among all that follow the feed: by it they spread over the time in which they may ask.
 * It is made once by chance, says nothing about anybody and is sent to nobody.
 */
export async function placeFor(db: Db, feedId: string, random: () => number): Promise<number> {
  const own = known.get(db) ?? (await readState(db, "installation")) ?? (await settle(db, random));
  known.set(db, own);
  return (own + Number.parseInt(hashText(feedId).slice(0, 8), 16) / 2 ** 32) % 1;
}

/** It never changes, and a read would wait for every refresh that is being written. */
const known = new WeakMap<Db, number>();

function settle(db: Db, random: () => number): Promise<number> {
  return db.transaction("rw", db.state, async () => {
    const present = await readState(db, "installation");
    const own = present ?? random();
    if (present === undefined) await writeState(db, "installation", own);
    return own;
  });
}
