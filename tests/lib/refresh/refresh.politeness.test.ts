import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newFeed } from "../../../lib/db/feeds.ts";
import type { Db } from "../../../lib/db/schema.ts";
import type { Feed } from "../../../lib/model.ts";
import { refresh, type RefreshDeps } from "../../../lib/refresh/refresh.ts";
import { calmWorld } from "../../support/calmWorld.ts";
import { startFeedServer, type FeedServer } from "../../support/feedServer.ts";
import { makeItems, makeRss } from "../../support/makers.ts";
import { fetchManyHosts } from "../../support/manyHosts.ts";
import { makeDb } from "../../support/rows.ts";
import type { Answer } from "../../support/serverAnswer.ts";

const START = Date.UTC(2025, 5, 1, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Longer than a feed that answers is ever put off. */
const LATER = 1.5 * DAY;

let server: FeedServer;
let db: Db;
let clock: number;
let deps: RefreshDeps;

beforeAll(async () => void (server = await startFeedServer()));
afterAll(() => server.stop());

beforeEach(() => {
  server.clearLog();
  db = makeDb();
  clock = START;
  deps = { ...calmWorld(db, () => clock), fetch: fetchManyHosts(server) };
});

/** One feed at `http://HOST/ID`. */
const follow = async (host: string, id: string, answer: Answer) => {
  server.serve(`/${host}/${id}`, answer);
  await db.feeds.put(newFeed({ id, url: `http://${host}/${id}`, title: id, homeUrl: null }, clock));
};
const feed = async (id: string): Promise<Feed> => {
  const row = await db.feeds.get(id);
  if (!row) throw new Error(`no feed ${id}`);
  return row;
};
const asked = () => server.log.map((request) => request.path);
const articles = { body: makeRss({ items: makeItems(2) }) };

describe("a host that wants to be left alone", () => {
  const refusal = { status: 429, headers: { "retry-after": "7200" } };

  test("is asked for none of its feeds until then, by alarms and people, in this worker and the next", async () => {
    await follow("a.example", "one", refusal);
    await follow("a.example", "two", articles);
    await follow("b.example", "three", articles);
    await refresh(deps, "due");
    expect(asked().sort()).toEqual(["/a.example/one", "/b.example/three"]);
    server.clearLog();
    clock += 119 * MINUTE;
    await refresh({ ...deps }, "all");
    await refresh({ ...deps }, "due");
    expect(asked()).not.toContain("/a.example/one");
    expect(asked()).not.toContain("/a.example/two");
  });

  test("is asked again after it, each feed at its own time", async () => {
    await follow("a.example", "one", refusal);
    await follow("a.example", "two", articles);
    await refresh(deps, "due");
    const [one, two] = [await feed("one"), await feed("two")];
    expect(one.trouble).toMatchObject({ kind: "tooManyRequests", status: 429 });
    expect(two.trouble).toEqual({ kind: "hostWaits", at: START, host: "a.example" });
    for (const { nextFetchAt } of [one, two]) {
      expect(nextFetchAt).toBeGreaterThanOrEqual(START + 2 * HOUR);
      expect(nextFetchAt).toBeLessThanOrEqual(START + 3 * HOUR);
    }
    expect(one.nextFetchAt).not.toBe(two.nextFetchAt);
    server.serve("/a.example/one", articles);
    clock += 3 * HOUR;
    await refresh(deps, "due");
    expect(await feed("two")).toMatchObject({ trouble: null, failures: 0, lastFetchedAt: clock });
  });

  test("may say so by a date and with a 503, and is answered by the clock that it has itself", async () => {
    const headers = { "retry-after": "Wed, 01 Jan 2020 15:00:00 GMT", date: "Wed, 01 Jan 2020 12:00:00 GMT" };
    await follow("a.example", "one", { status: 503, headers });
    await refresh(deps, "due");
    expect((await feed("one")).nextFetchAt).toBeGreaterThanOrEqual(START + 3 * HOUR);
    clock += 2.9 * HOUR;
    await refresh(deps, "all");
    expect(asked()).toHaveLength(1);
  });

  test("is known by the address that a redirect led to as well", async () => {
    await follow("a.example", "one", { redirectTo: "/b.example/one" });
    server.serve("/b.example/one", refusal);
    await refresh(deps, "due");
    await follow("b.example", "two", articles);
    await refresh(deps, "due");
    expect(asked()).not.toContain("/b.example/two");
  });

  test("is asked under a clock that was put back by years", async () => {
    await follow("a.example", "one", refusal);
    await refresh(deps, "due");
    clock -= 3 * 365 * DAY;
    await refresh(deps, "due");
    expect(asked()).toHaveLength(2);
  });
});

test("no alarm asks in the hours that a document skips; people may", async () => {
  const skips = "<skipHours><hour>18</hour><hour>19</hour></skipHours></channel>";
  await follow("a.example", "one", { body: makeRss({ items: [] }).replace("</channel>", skips) });
  await refresh(deps, "due");
  await db.feeds.update("one", { nextFetchAt: Date.UTC(2025, 5, 1, 17, 58) });
  clock = Date.UTC(2025, 5, 1, 18, 2);
  await refresh(deps, "due");
  expect(asked()).toHaveLength(1);
  const { nextFetchAt, trouble } = await feed("one");
  expect(nextFetchAt).toBeGreaterThanOrEqual(Date.UTC(2025, 5, 1, 20));
  expect(nextFetchAt).toBeLessThanOrEqual(Date.UTC(2025, 5, 1, 21));
  expect(trouble).toBeNull();
  await refresh(deps, "all");
  expect(asked()).toHaveLength(2);
});

test("a server that says not modified for ever is asked for the whole after eight days", async () => {
  await follow("a.example", "one", { ...articles, headers: { etag: '"old"' } });
  await refresh(deps, "due");
  server.serve("/a.example/one", ({ headers }) =>
    headers["if-none-match"] ? { status: 304 } : { body: makeRss({ items: makeItems(3) }), headers: { etag: '"old"' } },
  );
  for (let day = 0; day < 8; day++) {
    clock += DAY + 2.5 * HOUR;
    await refresh(deps, "due");
  }
  expect(server.log.filter((request) => request.status === 200)).toHaveLength(2);
  expect(await db.articles.count()).toBe(3);
});

test("a 304 that nobody asked for is a failure", async () => {
  await follow("a.example", "one", { status: 304 });
  await refresh(deps, "due");
  expect(await feed("one")).toMatchObject({ trouble: { kind: "badStatus", status: 304 }, failures: 1 });
});

describe("a redirect", () => {
  const visit = async (times: number) => {
    for (let i = 0; i < times; i++) {
      await refresh(deps, "due");
      clock += LATER;
    }
  };

  test("to the same site becomes the address after five visits over a week; identity and validators stay", async () => {
    await follow("a.example", "one", { redirectTo: "/www.a.example/new" });
    server.serve("/www.a.example/new", { ...articles, etag: true });
    await visit(5);
    expect(await feed("one")).toMatchObject({
      url: "http://a.example/one",
      movedTo: { url: "http://www.a.example/new", firstAt: START, times: 5 },
    });
    await visit(1);
    expect(await feed("one")).toMatchObject({ url: "http://www.a.example/new", movedTo: null });
    await visit(1);
    server.clearLog();
    await visit(1);
    expect(server.log.map(({ path, status }) => [path, status])).toEqual([["/www.a.example/new", 304]]);
    expect(await db.articles.count()).toBe(2);
  });

  test("that changes its mind begins again", async () => {
    await follow("a.example", "one", { redirectTo: "/a.example/new" });
    server.serve("/a.example/new", articles);
    server.serve("/a.example/newer", articles);
    await visit(4);
    server.serve("/a.example/one", { redirectTo: "/a.example/newer" });
    await visit(2);
    expect(await feed("one")).toMatchObject({ url: "http://a.example/one", movedTo: { times: 2 } });
    server.serve("/a.example/one", articles);
    await visit(1);
    expect((await feed("one")).movedTo).toBeNull();
  });

  test.each([
    ["another site", "/b.example/new", {}],
    ["where there is no permission", "/a.example/new", { mayFetch: async (url: string) => !url.endsWith("/new") }],
  ])("to %s is remembered and not followed for good", async (_what, target, change) => {
    await follow("a.example", "one", { redirectTo: target });
    server.serve(target, articles);
    deps = { ...deps, ...change };
    await visit(9);
    expect(await feed("one")).toMatchObject({ url: "http://a.example/one", movedTo: { times: 9 } });
  });

  test("to a feed that is followed already leaves both as they are", async () => {
    await follow("a.example", "one", { redirectTo: "/a.example/two" });
    await follow("a.example", "two", articles);
    await visit(9);
    expect((await feed("one")).url).toBe("http://a.example/one");
  });

  test("of the home feed changes nothing: its address is the publisher's to give", async () => {
    await follow("a.example", "home", { redirectTo: "/a.example/new" });
    server.serve("/a.example/new", articles);
    await visit(9);
    expect((await feed("home")).url).toBe("http://a.example/home");
  });

  test("to a login page is no evidence", async () => {
    await follow("a.example", "one", { redirectTo: "/a.example/login" });
    server.serve("/a.example/login", { body: "<!doctype html><title>Log in</title><form>" });
    await visit(9);
    expect(await feed("one")).toMatchObject({ url: "http://a.example/one", trouble: { kind: "webPage" } });
    expect((await feed("one")).movedTo ?? null).toBeNull();
  });
});

describe("silence from everybody", () => {
  const dead = { fetch: () => Promise.reject(new TypeError("no way there")) };
  const hosts = ["a.example", "b.example", "c.example"];

  beforeEach(async () => {
    for (const host of hosts) await follow(host, host[0] ?? "", articles);
    await refresh(deps, "due");
    clock += 20 * HOUR;
  });

  test("in one round is being offline, and is not counted", async () => {
    await refresh({ ...deps, ...dead }, "all");
    for (const row of await db.feeds.toArray()) {
      expect(row).toMatchObject({ trouble: { kind: "offline", at: clock }, failures: 0, lease: null });
      expect(row.nextFetchAt).toBe(clock + 15 * MINUTE);
    }
  });

  test("but one is those feeds' own trouble", async () => {
    const onlyC = (url: string, init: RequestInit) => (url.includes("//c.") ? deps.fetch(url, init) : dead.fetch());
    await refresh({ ...deps, fetch: onlyC }, "all");
    expect(await feed("a")).toMatchObject({ trouble: { kind: "unreachable" }, failures: 1 });
    expect(await feed("c")).toMatchObject({ trouble: null });
  });

  test("of two feeds, or of one host, says nothing about this side", async () => {
    await db.feeds.delete("c");
    await refresh({ ...deps, ...dead }, "all");
    expect((await feed("a")).failures).toBe(1);
    for (const id of ["d", "e", "f"]) await follow("d.example", id, articles);
    await db.feeds.bulkDelete(["a", "b"]);
    await refresh({ ...deps, ...dead }, "all");
    expect((await feed("d")).failures).toBe(1);
  });

  test("that goes on while others are heard is counted after all", async () => {
    await follow("d.example", "d", articles);
    await db.feeds.update("d", { nextFetchAt: clock + 15 * MINUTE });
    const onlyD = (url: string, init: RequestInit) => (url.includes("//d.") ? deps.fetch(url, init) : dead.fetch());
    await db.feeds.where("id").anyOf("a", "b", "c").modify({ nextFetchAt: clock });
    await refresh({ ...deps, fetch: onlyD }, "due");
    expect(await feed("a")).toMatchObject({ trouble: { kind: "offline" }, failures: 0 });
    clock += 15 * MINUTE;
    await refresh({ ...deps, fetch: onlyD }, { feedId: "d" });
    clock += MINUTE;
    await refresh({ ...deps, fetch: onlyD }, "due");
    expect(await feed("a")).toMatchObject({ trouble: { kind: "unreachable" }, failures: 1 });
    clock += 30 * MINUTE;
    await refresh({ ...deps, fetch: onlyD }, "due");
    expect(await feed("a")).toMatchObject({ trouble: { kind: "unreachable" }, failures: 2 });
  });

  test("for longer than a day is counted", async () => {
    clock += 5 * HOUR;
    await refresh({ ...deps, ...dead }, "all");
    expect((await feed("a")).failures).toBe(1);
  });
});
