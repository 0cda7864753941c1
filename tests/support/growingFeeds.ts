import type { FeedServer, LoggedRequest } from "./feedServer.ts";
import { makeAtom, makeJsonFeed, makeRss, type MadeItem } from "./makers.ts";
import { makePng } from "./pictures.ts";
import type { Answer } from "./serverAnswer.ts";

/**
 * A feed whose publisher posts as soon as somebody comes back with the ETag of the newest document: whoever stores what he
 * is given misses nothing. So what a store with a certain ETag must hold follows from that ETag.
 */
export type GrowingFeed = {
  id: string;
  url: string;
  /** ETag of what it serves now. */
  etag: () => string;
  /** Title by first key of all that was posted up to the document with this ETag; none before the first one. */
  postedAt: (etag: string | null) => Map<string, string>;
};

export type Slowness = Pick<Answer, "headerDelayMs" | "delayMs" | "dripBytesPerSecond">;

/** How an answer keeps one waiting; what is a promise holds the headers back until it is kept. */
export type Pace = (request: LoggedRequest) => Slowness | Promise<Slowness>;

/** Three feeds of three formats at three hosts; the first is the home feed. */
export function serveGrowingFeeds(server: FeedServer, pace: Pace): GrowingFeed[] {
  server.serve("/picture.png", { body: makePng(300, 200) });
  return [
    serveGrowing(server, { id: "home", path: "/feed.json", make: makeJsonFeed, pace }),
    serveGrowing(server, { id: "a", path: "/a.rss", make: makeRss, pace }),
    serveGrowing(server, { id: "b", path: "/b.atom", make: makeAtom, pace }),
  ];
}

const LISTED = 40;
const NEW_EACH_TIME = 10;
const FIRST_VERSION = LISTED / NEW_EACH_TIME;
const WORDS = "All the words of a long and winding article. ".repeat(120);
/** Of today, or what comes would be no news; the same for as long as the tests run. */
const OLDEST_AT = Date.now() - 12 * 3_600_000;
const SECOND_MS = 1000;

type Plan = {
  id: string;
  path: string;
  make: (feed: { title: string; items: MadeItem[] }) => string;
  pace: Pace;
};

function serveGrowing(server: FeedServer, { id, path, make, pace }: Plan): GrowingFeed {
  let version = FIRST_VERSION;
  const etagOf = (of: number) => `"${id}-${of}"`;
  const origin = server.origin(id);
  server.serve(path, async (request) => {
    if (request.headers["if-none-match"] === etagOf(version)) version++;
    const newest = version * NEW_EACH_TIME;
    const items = Array.from({ length: LISTED }, (_, i) => itemOf({ origin, id, number: newest - i, version }));
    const body = make({ title: `Feed ${id}`, items });
    return { body, headers: { etag: etagOf(version) }, ...(await pace(request)) };
  });
  return {
    id,
    url: `${origin}${path}`,
    etag: () => etagOf(version),
    postedAt: (etag) => {
      const of = Number(/(\d+)"$/.exec(etag ?? "")?.[1] ?? 0);
      const numbers = Array.from({ length: of * NEW_EACH_TIME }, (_, i) => i + 1);
      return new Map(numbers.map((number) => [`${id} g:${id}-${number}`, titleOf(number, of)]));
    },
  };
}

type Post = { origin: string; id: string; number: number; version: number };

function itemOf({ origin, id, number, version }: Post): MadeItem {
  return {
    id: `${id}-${number}`,
    url: `${origin}/${number}`,
    title: titleOf(number, version),
    publishedAt: new Date(OLDEST_AT + number * SECOND_MS).toISOString(),
    html: `<p>Number ${number}. ${WORDS}</p>`,
    tags: [number % 2 ? "World" : "Science"],
    ...(number % 5 === 0 && { imageUrl: `${origin}/picture.png?${number}` }),
  };
}

/** Half of what is new is corrected in the next document. */
const titleOf = (number: number, version: number): string =>
  number <= version * NEW_EACH_TIME - NEW_EACH_TIME / 2 ? `Post ${number}, corrected` : `Post ${number}`;
