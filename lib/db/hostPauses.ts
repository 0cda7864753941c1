import type { Db } from "./schema.ts";
import { readState, writeState } from "./state.ts";

const LONGEST_MS = 24 * 3_600_000;

/** Leaves every feed of the host alone until then. A fact of its own, so that a new feed and a new worker know it. */
export function pauseHost(db: Db, host: string, { now, until }: { now: number; until: number }): Promise<void> {
  return db.transaction("rw", db.state, async () => {
    const pauses = await readPauses(db, now);
    await writeState(db, "hostPauses", [...pauses.set(host, Math.max(until, pauses.get(host) ?? 0))]);
  });
}

/** Until when the host wants to be left alone; null when it may be asked. */
export async function hostPausedUntil(db: Db, host: string, now: number): Promise<number | null> {
  return (await readPauses(db, now)).get(host) ?? null;
}

/** Those that hold. One that ends further off than any lasts was made by a clock that has been put back since. */
export async function readPauses(db: Db, now: number): Promise<Map<string, number>> {
  const pauses = (await readState(db, "hostPauses")) ?? [];
  return new Map(pauses.filter(([, until]) => until > now && until <= now + LONGEST_MS));
}
