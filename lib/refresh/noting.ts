import type { NewRequest } from "../db/requests.ts";
import { freshnessOf } from "./freshness.ts";

/** What is known of a request before it is made. */
export type Asking = Pick<NewRequest, "url" | "why" | "feedId">;

export type Note = {
  answered: (response: Response) => void;
  /** So many bytes of the answer were read. */
  read: (bytes: number) => void;
  /** The request as it stands now. Null where nothing went over the network: what the extension packs is no request. */
  taken: () => NewRequest | null;
};

/** Takes note of one request while it is made. */
export function noteOf(asking: Asking, now: () => number): Note {
  const request: NewRequest = { ...asking, at: now(), status: 0, bytes: 0, ms: 0 };
  let isPackaged = false;
  return {
    answered: (response) => {
      isPackaged = /^[a-z]+-extension:/.test(response.url);
      // Of one that is not to be followed the browser hides which kind of redirect it is.
      request.status = response.type === "opaqueredirect" ? 302 : response.status;
      if (response.redirected) request.landedUrl = response.url;
      const fresh = freshnessOf(response.headers, now());
      if (fresh) request.freshMs = fresh.ms;
    },
    read: (bytes) => void (request.bytes = bytes),
    taken: () => (isPackaged ? null : { ...request, ms: now() - request.at }),
  };
}
