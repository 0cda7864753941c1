import { Dexie } from "dexie";
import type { NetworkRequest } from "../model.ts";
import type { Db } from "./schema.ts";

/** The newest first. */
export const newestRequests = (db: Db, count: number): Promise<NetworkRequest[]> =>
  db.requests.orderBy("at").reverse().limit(count).toArray();

/** The newest first; pictures are no answers of the source itself. */
export const requestsOfFeed = (db: Db, feedId: string, count: number): Promise<NetworkRequest[]> =>
  db.requests
    .where("[feedId+at]")
    .between([feedId, Dexie.minKey], [feedId, Dexie.maxKey])
    .reverse()
    .filter(({ why }) => why !== "picture")
    .limit(count)
    .toArray();

/** What one host was asked in all. */
export type HostTotal = { host: string; requests: number; bytes: number };

/** Those with most requests first. Reads every request: not to be asked with each that is made. */
export async function totalsByHost(db: Db): Promise<HostTotal[]> {
  const totals = new Map<string, HostTotal>();
  await db.requests.each(({ url, bytes }) => {
    const { host } = new URL(url);
    const total = totals.get(host) ?? { host, requests: 0, bytes: 0 };
    totals.set(host, { host, requests: total.requests + 1, bytes: total.bytes + bytes });
  });
  return [...totals.values()].sort((a, b) => b.requests - a.requests || a.host.localeCompare(b.host));
}
