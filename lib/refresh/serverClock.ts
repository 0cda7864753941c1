import type { Network } from "./fetchDocument.ts";

const TOLERATED_MS = 7 * 24 * 3_600_000;

export type ServerClock = Pick<Network, "fetch"> & {
  /** Whether the newest time that a server has told, since this worker started, is near what our clock said then. */
  isOurClockRight: () => boolean;
};

/**
 * A clock that is years ahead makes everything old. Servers say what time it is with every answer; while none has, no
 * clock is taken for right.
 */
export function watchServerClock(network: Pick<Network, "fetch" | "now">): ServerClock {
  let newest: { said: number; heardAt: number } | null = null;

  function note(date: string | null): void {
    const said = date === null ? Number.NaN : Date.parse(date);
    // Answers out of a cache tell the time of long ago.
    if (!Number.isNaN(said) && said >= (newest?.said ?? 0)) newest = { said, heardAt: network.now() };
  }

  return {
    fetch: async (url, init) => {
      const response = await network.fetch(url, init);
      note(response.headers.get("date"));
      return response;
    },
    isOurClockRight: () => newest !== null && Math.abs(newest.said - newest.heardAt) <= TOLERATED_MS,
  };
}
