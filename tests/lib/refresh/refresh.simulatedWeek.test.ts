import { afterAll, beforeAll, expect, test } from "vitest";
import { NEVER, newFeed } from "../../../lib/db/feeds.ts";
import type { Db } from "../../../lib/db/schema.ts";
import type { Article } from "../../../lib/model.ts";
import { refresh } from "../../../lib/refresh/refresh.ts";
import { isWelcome } from "../../../lib/refresh/skipTimes.ts";
import { calmWorld } from "../../support/calmWorld.ts";
import { startFeedServer, type FeedServer } from "../../support/feedServer.ts";
import { makeRandom } from "../../support/makeRandom.ts";
import { fetchManyHosts } from "../../support/manyHosts.ts";
import { makePublishers, SKIPPED, WORLD_START, type Publisher } from "../../support/publishers.ts";
import { makeDb } from "../../support/rows.ts";

/**
 * A hundred feeds of twenty kinds for a week and two days (what is dropped after eight days must show), over real HTTP,
 * with an alarm every five minutes by a clock of the test's own. What is held against the rules is what left the
 * extension: every call of `fetch`, with what came of it.
 */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DAYS = 9;
const ALARM_MS = 5 * MINUTE;

type Request = { publisher: Publisher; at: number; isConditional: boolean; isOffered: boolean; status: number };

let server: FeedServer;
let db: Db;
let clock = WORLD_START;
const publishers = makePublishers();
const requests: Request[] = [];
let articles: Article[] = [];
let mostAtOnce = 0;
const brokenPauses: string[] = [];

beforeAll(async () => {
  server = await startFeedServer();
  db = makeDb();
  for (const publisher of publishers) {
    const { host, pathname } = new URL(publisher.url);
    serve(publisher, publisher.kind === "moved" ? `/${host}/moved` : `/${host}${pathname}`);
    if (publisher.kind === "moved") server.serve(`/${host}${pathname}`, { status: 301, redirectTo: `/${host}/moved` });
    await db.feeds.put(newFeed({ id: publisher.id, url: publisher.url, title: publisher.id, homeUrl: null }, clock));
  }
  await liveThrough(WORLD_START + DAYS * DAY);
  articles = await db.articles.toArray();
}, 180_000);
afterAll(async () => {
  printFigures();
  await server.stop();
});

function serve(publisher: Publisher, path: string): void {
  let count = 0;
  server.serve(path, ({ headers }) => publisher.answer({ at: clock, count: count++, headers }));
}

/** From alarm to alarm; those at which nothing is due change nothing and are passed over. */
async function liveThrough(end: number): Promise<void> {
  const world = calmWorld(db, () => clock);
  const deps = { ...world, fetch: watched(fetchManyHosts(server)), random: makeRandom(11) };
  while (clock < end) {
    await refresh(deps, "due");
    const [next] = await db.feeds.orderBy("nextFetchAt").limit(1).toArray();
    const dueAt = Math.max(next?.nextFetchAt ?? end, clock + 1);
    clock = WORLD_START + Math.ceil((dueAt - WORLD_START) / ALARM_MS) * ALARM_MS;
  }
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Writes down what was asked, and minds what each host had said before. */
function watched(send: Fetch): Fetch {
  const byHost = new Map<string, number>();
  const pausedUntil = new Map<string, number>();
  const offered = new Set<Publisher>();
  return async (url, init) => {
    const { host } = new URL(url);
    const publisher = publisherAt(url);
    const headers = new Headers(init.headers);
    const isConditional = headers.has("if-none-match") || headers.has("if-modified-since");
    const request = { publisher, at: clock, isConditional, isOffered: offered.has(publisher), status: 0 };
    requests.push(request);
    if (clock < (pausedUntil.get(host) ?? 0)) brokenPauses.push(`${url} at ${new Date(clock).toISOString()}`);
    const inFlight = (byHost.get(host) ?? 0) + 1;
    mostAtOnce = Math.max(mostAtOnce, inFlight);
    byHost.set(host, inFlight);
    try {
      if (publisher.kind === "nobodyThere") throw new TypeError("fetch failed");
      const response = await send(url, init);
      request.status = response.status;
      const after = response.headers.get("retry-after");
      if (after) pausedUntil.set(host, /^\d+$/.test(after) ? clock + Number(after) * 1000 : Date.parse(after));
      if (response.status === 200) {
        const hasValidators = response.headers.has("etag") || response.headers.has("last-modified");
        if (hasValidators) offered.add(publisher);
      }
      return response;
    } finally {
      byHost.set(host, inFlight - 1);
    }
  };
}

function publisherAt(url: string): Publisher {
  const { host } = new URL(url);
  const found =
    publishers.find((each) => each.url === url) ?? publishers.find((each) => new URL(each.url).host === host);
  if (!found) throw new Error(`nobody publishes ${url}`);
  return found;
}

const of = (kind: string) => publishers.filter((publisher) => publisher.kind === kind);
const requestsTo = (publisher: Publisher) => requests.filter((request) => request.publisher === publisher);
const perFeed = (kind: string) => of(kind).map((publisher) => requestsTo(publisher).length);

test("there are a hundred feeds", () => {
  expect(publishers).toHaveLength(100);
  expect(new Set(publishers.map((publisher) => publisher.url)).size).toBe(100);
});

test("at least nine of ten requests are conditional where validators were offered", () => {
  const offered = requests.filter((request) => request.isOffered);
  expect(offered.length).toBeGreaterThan(1000);
  expect(offered.filter((request) => request.isConditional).length / offered.length).toBeGreaterThanOrEqual(0.9);
});

test("a feed that offered validators is asked for the whole once in eight days at most", () => {
  for (const publisher of publishers) {
    const whole = requestsTo(publisher).filter((request) => request.isOffered && !request.isConditional);
    expect(whole.length, publisher.id).toBeLessThanOrEqual(1);
  }
});

test("nobody is asked before the end of a pause that the host wanted, none of its feeds", () => {
  expect(requests.filter((request) => request.status === 429).length).toBeGreaterThan(30);
  expect(requests.filter((request) => request.status === 503).length).toBeGreaterThan(10);
  expect(brokenPauses).toEqual([]);
});

test("no host is asked twice at once", () => {
  expect(mostAtOnce).toBe(1);
});

test("a server with a stale tag is found out: all of its articles are there", () => {
  for (const publisher of of("staleEtag")) {
    const whole = requestsTo(publisher).filter((request) => request.status === 200);
    expect(whole.map((request) => Math.floor((request.at - WORLD_START) / DAY))).toEqual([0, 8]);
    expect(missing(publisher)).toEqual([]);
  }
});

test("no feed is asked more than four times in any hour", () => {
  for (const publisher of publishers) {
    const times = requestsTo(publisher).map((request) => request.at);
    const tight = times.filter((at, i) => at - (times[i - 4] ?? -Infinity) < HOUR);
    expect(tight, publisher.id).toEqual([]);
  }
});

test("a feed that is gone is asked twice, a day apart, and then no more; its articles stay", async () => {
  for (const publisher of of("gone")) {
    const gone = requestsTo(publisher).filter((request) => request.status === 410);
    expect(gone).toHaveLength(2);
    expect((gone[1]?.at ?? 0) - (gone[0]?.at ?? 0)).toBeGreaterThanOrEqual(DAY);
    expect(await db.feeds.get(publisher.id)).toMatchObject({ nextFetchAt: NEVER, trouble: { kind: "closed" } });
    expect(missing(publisher)).toEqual([]);
  }
});

test("a redirect has become the address", async () => {
  for (const publisher of of("moved")) {
    const { host } = new URL(publisher.url);
    expect(await db.feeds.get(publisher.id)).toMatchObject({ url: `http://${host}/moved`, movedTo: null });
  }
});

test("hours that a publisher skips see no requests", () => {
  const visits = of("skipHours").flatMap(requestsTo);
  const afterTheFirst = visits.filter((request) => request.at > WORLD_START);
  expect(afterTheFirst.length).toBeGreaterThan(100);
  expect(afterTheFirst.filter((request) => !isWelcome(request.at, SKIPPED))).toEqual([]);
});

test("who posts more is asked more often, who wants fewer visits less often, who is not there least", () => {
  const usual = perFeed("lastModified");
  expect(Math.min(...perFeed("fast"))).toBeGreaterThan(3 * Math.max(...usual));
  expect(Math.max(...perFeed("slow"))).toBeLessThan(Math.min(...usual));
  const [home = 0, , , twin = 0] = perFeed("etag");
  expect(home).toBeGreaterThan(1.5 * twin);
  expect(Math.max(...perFeed("freshForAYear"))).toBeLessThanOrEqual((DAYS * 24) / 5);
  expect(Math.max(...perFeed("ttl"))).toBeLessThanOrEqual((DAYS * 24) / 3);
  for (const kind of ["notFound", "nobodyThere"]) expect(Math.max(...perFeed(kind))).toBeLessThan(20);
});

test("no article is lost or doubled", async () => {
  for (const publisher of publishers) {
    expect(missing(publisher), publisher.id).toEqual([]);
    const titles = titlesOf(publisher);
    expect(new Set(titles).size, publisher.id).toBe(titles.length);
  }
});

const titlesOf = ({ id }: Publisher): string[] =>
  articles.filter((article) => article.feedId === id).map((article) => article.title);

/** What it has listed and is not stored. */
function missing(publisher: Publisher): string[] {
  const stored = new Set(titlesOf(publisher));
  return [...publisher.listed].filter((title) => !stored.has(title));
}

function printFigures(): void {
  const kinds = [...new Set(publishers.map((publisher) => publisher.kind))];
  const rows = [...kinds, "all"].map((kind) => {
    const asked = requests.filter((request) => kind === "all" || request.publisher.kind === kind);
    const offered = asked.filter((request) => request.isOffered);
    const conditional = offered.filter((request) => request.isConditional).length;
    return {
      kind,
      feeds: kind === "all" ? publishers.length : of(kind).length,
      requests: asked.length,
      "a day and feed": Number((asked.length / DAYS / (kind === "all" ? 100 : of(kind).length)).toFixed(1)),
      "conditional %": offered.length === 0 ? "" : Number(((100 * conditional) / offered.length).toFixed(1)),
      "304": asked.filter((request) => request.status === 304).length,
    };
  });
  console.table(rows);
}
