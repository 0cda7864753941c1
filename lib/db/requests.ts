import type { NetworkRequest } from "../model.ts";
import type { Db } from "./schema.ts";
import { unlessFull } from "./storageFull.ts";

export type NewRequest = Omit<NetworkRequest, "id">;

/** Writes down what was asked. Inside a transaction it is one more row; where there was no request it is nothing. */
export async function noteRequest(db: Db, request: NewRequest | null | undefined): Promise<void> {
  // The `++id` of the schema fills in the id that the row type asks for.
  if (request) await db.requests.add(request as NetworkRequest);
}

/** The same where nothing else is written. On a full disk the work that it was for goes on. */
export const noteApart = (db: Db, request: NewRequest | null | undefined): Promise<void> =>
  noteRequest(db, request).catch(unlessFull);

const KEPT_MS = 7 * 24 * 3_600_000;
/** Forgotten in one round; the rest have time. */
const FORGOTTEN_AT_ONCE = 2_000;

export const forgetRequests = (db: Db, now: number): Promise<unknown> =>
  db.requests
    .where("at")
    .below(now - KEPT_MS)
    .limit(FORGOTTEN_AT_ONCE)
    .delete();
