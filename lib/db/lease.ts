import type { Feed } from "../model.ts";

/** How long a fetcher may hold a feed before it is taken for dead. */
export const LEASE_MS = 2 * 60_000;

/** Whether somebody fetches it. A lease beyond its length was taken by a clock that has been put back since. */
export const isHeld = ({ lease }: Feed, now: number): boolean =>
  lease !== null && lease.until > now && lease.until <= now + LEASE_MS;
