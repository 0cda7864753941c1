import type { FeedServer } from "./feedServer.ts";

/**
 * A `fetch` that knows as many hosts as a test wants to have: `http://a.example/feed` is asked for as `/a.example/feed`
 * at the one real server, and says so of itself where a redirect led it.
 */
export function fetchManyHosts(server: FeedServer): (url: string, init: RequestInit) => Promise<Response> {
  return async (url, init) => {
    const { host, pathname, search } = new URL(url);
    const response = await fetch(`${server.localOrigin}/${host}${pathname}${search}`, init);
    const landed = response.url.replace(`${server.localOrigin}/`, "http://");
    Object.defineProperty(response, "url", { value: landed.replace(/^http/, new URL(url).protocol.slice(0, -1)) });
    return response;
  };
}
