import { signal, type ReadonlySignal } from "@preact/signals";
import { newestRequests, totalsByHost, type HostTotal } from "../db/requestLists.ts";
import type { Db } from "../db/schema.ts";
import type { NetworkRequest } from "../model.ts";

export type Account = {
  hosts: HostTotal[];
  requests: number;
  bytes: number;
  /** The newest of them. */
  newest: NetworkRequest[];
};

/** What went over the network in the last seven days. */
export type Ledger = {
  /** Null until somebody has wanted to see it. */
  account: ReadonlySignal<Account | null>;
  /** Reads it, or reads it anew. */
  read: () => Promise<void>;
  readMore: () => Promise<void>;
};

const READ_AT_ONCE = 100;

export function createLedger(db: Db): Ledger {
  const account = signal<Account | null>(null);
  let count = READ_AT_ONCE;

  async function read(): Promise<void> {
    const [hosts, newest] = await Promise.all([totalsByHost(db), newestRequests(db, count)]);
    const sum = (field: "requests" | "bytes") => hosts.reduce((total, host) => total + host[field], 0);
    account.value = { hosts, requests: sum("requests"), bytes: sum("bytes"), newest };
  }

  return {
    account,
    read,
    readMore: () => {
      count += READ_AT_ONCE;
      return read();
    },
  };
}
