import { isSameSite } from "../feed/url.ts";
import type { Network } from "./fetchDocument.ts";

const TOLERATED_MS = 7 * 24 * 3_600_000;

export type ServerClock = Pick<Network, "fetch"> & {
  /** Whether the newest time that servers have agreed on, since this worker started, is near what our clock said then. */
  isOurClockRight: () => boolean;
};

type Deps = Pick<Network, "fetch" | "now"> & { home: { url: string } };

/** `said` by the server at `url`, when our clock showed `heardAt`. */
type Said = { url: string; said: number; heardAt: number };

/**
 * A clock that is years ahead makes everything old. Servers say what time it is with every answer; while none has, no
 * clock is taken for right. One server may be wrong as we are, or lie: another one, of another site, must say the same.
 * The home site alone is believed, since it is the publisher's, and many readers have no other source.
 */
export function watchServerClock(network: Deps): ServerClock {
  /** Of each host the newest: answers out of a cache tell the time of long ago. */
  const heard = new Map<string, Said>();
  const isBelieved = (one: Said, other: Said) =>
    isSameSite(one.url, network.home.url) || (isNear(one.said, other.said) && !isSameSite(one.url, other.url));

  return {
    fetch: async (url, init) => {
      const response = await network.fetch(url, init);
      const said = Date.parse(response.headers.get("date") ?? "");
      const { host } = new URL(url);
      if (said >= (heard.get(host)?.said ?? 0)) heard.set(host, { url, said, heardAt: network.now() });
      return response;
    },
    isOurClockRight: () => {
      const all = [...heard.values()].sort((a, b) => b.said - a.said);
      const agreed = all.find((one) => all.some((other) => isBelieved(one, other)));
      return agreed !== undefined && isNear(agreed.said, agreed.heardAt);
    },
  };
}

const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= TOLERATED_MS;
