import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { getBody, listPage, setFlags } from "../../../lib/db/articles.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import { NEVER, newFeed } from "../../../lib/db/feeds.ts";
import { wishFor } from "../../../lib/db/feedWishes.ts";
import { LEASE_MS } from "../../../lib/db/lease.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { refresh, type RefreshDeps } from "../../../lib/refresh/refresh.ts";
import { calmWorld } from "../../support/calmWorld.ts";
import { startFeedServer, type FeedServer } from "../../support/feedServer.ts";
import { makeItems, makeRss } from "../../support/makers.ts";
import { makeDb } from "../../support/rows.ts";

const START = Date.UTC(2025, 5, 1, 12);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Longer than a feed that answers is ever put off. */
const LATER = 1.5 * DAY;

let server: FeedServer;
let db: Db;
let clock: number;
let deps: RefreshDeps;
let isOnline: boolean;

beforeAll(async () => void (server = await startFeedServer()));
afterAll(() => server.stop());

beforeEach(() => {
  server.clearLog();
  db = makeDb();
  clock = START;
  isOnline = true;
  deps = { ...calmWorld(db, () => clock), isOnline: () => isOnline };
});

const follow = (path: string, id = "home") =>
  db.feeds.put(newFeed({ id, url: `${server.localOrigin}${path}`, title: "Named here", homeUrl: null }, clock));
const articles = () => listPage(db, { view: "all", tag: null, feedId: null }, null, 999);
const titles = async () => (await articles()).map((article) => article.title);
const feed = async (id = "home") => {
  const row = await db.feeds.get(id);
  if (!row) throw new Error(`no feed ${id}`);
  return row;
};

describe("a refresh", () => {
  test("stores what is new with its text, tags and validators", async () => {
    const items = [{ title: "Two", tags: ["World", "Law"], html: "<p>Two words</p>" }, { title: "One" }];
    server.serve("/feed", { body: makeRss({ title: "A site", items }), etag: true });
    await follow("/feed");
    await refresh(deps, "due");
    expect(await titles()).toEqual(["Two", "One"]);
    const [two] = await articles();
    expect(two).toMatchObject({ tags: ["world", "law"], unread: 1, feedId: "home" });
    expect(two && (await getBody(db, two))).toMatchObject({ format: "html", source: "<p>Two words</p>" });
    expect(await feed()).toMatchObject({ failures: 0, trouble: null, lease: null, lastFetchedAt: START });
    expect((await feed()).validators.etag).toMatch(/^"/);
  });

  test("asks with the validators it was given, and an unchanged feed costs a 304 and no article write", async () => {
    server.serve("/feed", {
      body: makeRss({ items: makeItems(3) }),
      etag: true,
      lastModified: "Sun, 01 Jun 2025 10:00:00 GMT",
    });
    await follow("/feed");
    await refresh(deps, "due");
    const before = await db.articles.toArray();
    clock += LATER;
    await refresh(deps, "due");
    expect(server.log.map((request) => request.status)).toEqual([200, 304]);
    expect(server.log[1]?.headers).toMatchObject({
      "if-none-match": (await feed()).validators.etag,
      "if-modified-since": "Sun, 01 Jun 2025 10:00:00 GMT",
    });
    expect(await db.articles.toArray()).toEqual(before);
    expect(await feed()).toMatchObject({ lastFetchedAt: clock });
  });

  test("takes an equal body without validators for unchanged, and learns new validators from it", async () => {
    const body = makeRss({ items: [{ html: "<p>The text</p>" }] });
    server.serve("/feed", { body });
    await follow("/feed");
    await refresh(deps, "due");
    server.serve("/feed", { body, headers: { etag: '"late"' } });
    clock += LATER;
    await refresh(deps, "due");
    expect(await db.bodies.count()).toBe(1);
    expect((await feed()).validators.etag).toBe('"late"');
  });

  test("asks without cookies, referrer or the browser's cache", async () => {
    server.serve("/feed", { body: makeRss({ items: [] }) });
    await follow("/feed");
    const asked: RequestInit[] = [];
    const watched = (url: string, init: RequestInit) => (asked.push(init), fetch(url, init));
    await refresh({ ...deps, fetch: watched }, "due");
    expect(asked).toEqual([
      expect.objectContaining({ credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" }),
    ]);
    expect([...new Headers(asked[0]?.headers).keys()]).toEqual(["accept"]);
  });

  test("keeps what the reader owns when an article changes, and its place", async () => {
    server.serve("/feed", { body: makeRss({ items: makeItems(3) }) });
    await follow("/feed");
    await refresh(deps, "due");
    await setFlags(db, [2], { unread: 0, starred: 1 });
    const items = makeItems(3, (n) =>
      n === 2 ? { title: "Article 2, corrected", publishedAt: "2025-05-30T00:00:00Z" } : {},
    );
    server.serve("/feed", { body: makeRss({ items }) });
    clock += LATER;
    await refresh(deps, "due");
    expect(await titles()).toEqual(["Article 3", "Article 2, corrected", "Article 1"]);
    expect((await articles())[1]).toMatchObject({ id: 2, unread: 0, starred: 1, arrivedAt: START });
    expect(new Map(await readCounts(db))).toEqual(await recount(db));
  });

  test("tells only of articles that are new after the first load", async () => {
    server.serve("/feed", { body: makeRss({ items: makeItems(3, () => ({ publishedAt: null })) }) });
    await follow("/feed");
    await refresh(deps, "due");
    expect(await db.state.get("arrivals")).toBeUndefined();
    const fresh = makeItems(5, (n) => ({ publishedAt: n === 5 ? "2025-01-01T00:00:00Z" : null }));
    server.serve("/feed", { body: makeRss({ items: fresh }) });
    clock += LATER;
    await refresh(deps, "due");
    expect((await db.state.get("arrivals"))?.value).toEqual([4]);
  });

  test("a person's second refresh within a minute asks nobody", async () => {
    server.serve("/feed", { body: makeRss({ items: [] }) });
    await follow("/feed");
    await refresh(deps, "all");
    clock += 59_000;
    await refresh(deps, "all");
    expect(server.log).toHaveLength(1);
    clock += 1_000;
    await refresh(deps, { feedId: "home" });
    expect(server.log).toHaveLength(2);
  });

  test("a feed that has just been allowed is asked at once", async () => {
    server.serve("/feed", { status: 403 });
    await follow("/feed");
    const refused = () => Promise.reject(new TypeError("no permission"));
    await refresh({ ...deps, fetch: refused, mayFetch: async () => false }, "all");
    await refresh({ ...deps, fetch: refused, mayFetch: async () => false }, "all");
    expect(server.log).toHaveLength(0);
    await refresh(deps, "all");
    expect(server.log).toHaveLength(1);
  });

  test("a paused feed is asked by nobody but the person who asks for it alone, and keeps what it has", async () => {
    server.serve("/feed", { body: makeRss({ items: makeItems(2) }) });
    await follow("/feed");
    await refresh(deps, "due");
    await wishFor(db, "home", { isPaused: true });
    clock += LATER;
    await refresh(deps, "due");
    await refresh(deps, "all");
    expect(server.log).toHaveLength(1);
    expect(await titles()).toHaveLength(2);
    await refresh(deps, { feedId: "home" });
    expect(server.log).toHaveLength(2);
    expect(await feed()).toMatchObject({ isPaused: true, lastFetchedAt: clock });
    await wishFor(db, "home", { isPaused: false });
    clock += LATER;
    await refresh(deps, "due");
    expect(server.log).toHaveLength(3);
  });

  test("the interval that a person chose takes the place of the one that suits the feed", async () => {
    server.serve("/feed", { body: makeRss({ items: makeItems(2) }) });
    await follow("/feed");
    await db.feeds.update("home", { intervalMs: 3 * 60 * MINUTE });
    await refresh(deps, "due");
    expect(await feed()).toMatchObject({ nextFetchAt: clock + 3 * 60 * MINUTE });
  });

  test("run twice at once fetches each feed once", async () => {
    for (const id of ["home", "b", "c"]) {
      server.serve(`/${id}`, { body: makeRss({ items: makeItems(5) }), headerDelayMs: 20 });
      await follow(`/${id}`, id);
    }
    await Promise.all([refresh(deps, "due"), refresh(deps, "due"), refresh(deps, "all")]);
    expect(server.log.map((request) => request.path).sort()).toEqual(["/b", "/c", "/home"]);
    expect(await titles()).toHaveLength(15);
  });

  test("goes on under a clock that was put back by years", async () => {
    server.serve("/feed", { body: makeRss({ items: makeItems(2) }) });
    await follow("/feed");
    clock += 4 * 365 * 24 * 60 * MINUTE;
    await refresh(deps, "due");
    clock = START;
    await refresh(deps, "due");
    await refresh(deps, "all");
    expect(server.log).toHaveLength(2);
    expect(await feed()).toMatchObject({ lastTriedAt: START, lease: null });
  });

  test("keeps the pause that a document asked for while it is unchanged", async () => {
    const body = makeRss({ items: [] }).replace("</channel>", "<ttl>360</ttl></channel>");
    server.serve("/feed", { body, etag: true });
    await follow("/feed");
    await refresh(deps, "due");
    clock += 359 * MINUTE;
    await refresh(deps, "due");
    expect(server.log.map((request) => request.status)).toEqual([200]);
    clock += LATER;
    await refresh(deps, "due");
    expect(server.log.map((request) => request.status)).toEqual([200, 304]);
    expect((await feed()).nextFetchAt).toBeGreaterThanOrEqual(clock + 360 * MINUTE);
  });

  test("a feed follows its document's name at the first load; the home feed keeps its own, and so does a named one", async () => {
    server.serve("/feed", { body: makeRss({ title: "What it says", items: [] }) });
    await follow("/feed");
    await follow("/feed", "other");
    await follow("/feed", "named");
    await db.feeds.update("named", { isNamed: true });
    await refresh(deps, "due");
    expect((await feed()).title).toBe("Named here");
    expect((await feed("other")).title).toBe("What it says");
    expect((await feed("named")).title).toBe("Named here");
  });
});

describe("a refresh that was killed", () => {
  test("leaves the feed due, and the next one after the lease completes it", async () => {
    server.serve("/feed", { body: makeRss({ items: makeItems(4) }) });
    await follow("/feed");
    await db.feeds.update("home", { lease: { id: "killed", until: clock + LEASE_MS } });
    await refresh(deps, "due");
    expect(await titles()).toHaveLength(0);
    clock += 5 * MINUTE;
    await refresh(deps, "due");
    expect(await titles()).toHaveLength(4);
    expect(await feed()).toMatchObject({ lease: null, lostLeases: 0 });
  });

  test("three times in a row counts as a failure, so that a crash cannot loop", async () => {
    server.serve("/feed", { body: makeRss({ items: makeItems(4) }) });
    await follow("/feed");
    await db.feeds.update("home", { lease: { id: "killed", until: clock }, lostLeases: 2 });
    await refresh(deps, "due");
    expect(server.log).toHaveLength(0);
    expect(await feed()).toMatchObject({
      failures: 1,
      trouble: { kind: "internal" },
      nextFetchAt: clock + 15 * MINUTE,
    });
  });
});

describe("the world's faults lose nothing", () => {
  const page = "<!doctype html><title>Log in</title><p>Please log in";
  const challenge =
    '<!doctype html><title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/h/b/x"></script>';
  const html = { "content-type": "text/html; charset=utf-8" };

  beforeEach(async () => {
    server.serve("/feed", { body: makeRss({ items: makeItems(3) }), etag: true });
    server.serve("/portal", { body: page, headers: html });
    await follow("/feed");
    await refresh(deps, "due");
    before = { articles: await db.articles.toArray(), bodies: await db.bodies.toArray() };
    clock += LATER;
  });

  let before: { articles: unknown; bodies: unknown };
  const expectKept = async () => {
    expect({ articles: await db.articles.toArray(), bodies: await db.bodies.toArray() }).toEqual(before);
  };

  test.each([
    ["a 404", { status: 404 }, "notFound"],
    ["a 403", { status: 403 }, "forbidden"],
    ["a challenge in the headers", { status: 403, headers: { "cf-mitigated": "challenge" } }, "challenge"],
    ["a challenge in the page", { status: 503, headers: html, body: challenge }, "challenge"],
    ["a page of refusal", { status: 403, headers: html, body: page }, "forbidden"],
    ["a 401", { status: 401 }, "unauthorized"],
    ["a 500", { status: 500 }, "serverError"],
    ["a 418", { status: 418 }, "badStatus"],
    ["a page instead of a feed", { body: page }, "webPage"],
    ["a captive portal", { redirectTo: "/portal" }, "webPage"],
    ["garbage", { body: "\u0000\u0001garbage" }, "notAFeed"],
    ["an empty answer", { body: "" }, "notAFeed"],
    ["a connection that breaks", { body: makeRss({ items: makeItems(9) }), cutAfterBytes: 900 }, "unreachable"],
    ["eleven megabytes", { body: " ".repeat(11 * 1024 * 1024) }, "tooLarge"],
    ["eleven megabytes behind gzip", { body: " ".repeat(11 * 1024 * 1024), gzip: true as const }, "tooLarge"],
  ])("%s is a failure with a next try", async (_what, answer, kind) => {
    const { validators } = await feed();
    server.serve("/feed", answer);
    await refresh(deps, "due");
    await expectKept();
    expect(await feed()).toMatchObject({
      trouble: { kind, at: clock },
      failures: 1,
      nextFetchAt: clock + 15 * MINUTE,
      validators,
      lease: null,
    });
  });

  test("an unreachable site is told from being offline and from a missing permission", async () => {
    await db.feeds.update("home", { url: "http://127.0.0.1:1/feed" });
    await refresh(deps, "due");
    expect(await feed()).toMatchObject({ trouble: { kind: "unreachable" }, failures: 1 });
    clock += 24 * 60 * MINUTE;
    isOnline = false;
    await refresh(deps, "due");
    expect(await feed()).toMatchObject({ trouble: { kind: "offline" }, failures: 1, nextFetchAt: clock + 5 * MINUTE });
    clock += 24 * 60 * MINUTE;
    await refresh({ ...deps, mayFetch: async () => false }, "due");
    expect(await feed()).toMatchObject({ trouble: { kind: "noPermission" }, failures: 2 });
    await expectKept();
  });

  test("a site that nobody allowed, or nobody allows any more, is not asked", async () => {
    server.clearLog();
    await refresh({ ...deps, mayFetch: async () => false }, "due");
    expect(await feed()).toMatchObject({ trouble: { kind: "noPermission" } });
    expect(server.log).toEqual([]);
  });

  test("a server that never answers is given up after 20 seconds", async () => {
    const { validators } = await feed();
    server.serve("/feed", () => new Promise(() => undefined));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const refreshed = refresh(deps, "due");
    await vi.waitUntil(() => server.log.length === 2);
    await vi.advanceTimersByTimeAsync(20_000);
    await refreshed;
    vi.useRealTimers();
    await expectKept();
    expect(await feed()).toMatchObject({ trouble: { kind: "timeout" }, failures: 1, validators, lease: null });
  });

  test("a 410 is asked once more a day later, then by people only, and keeps its articles", async () => {
    const { validators } = await feed();
    server.serve("/feed", { status: 410 });
    await refresh(deps, "due");
    expect(await feed()).toMatchObject({ trouble: { kind: "gone" }, nextFetchAt: clock + DAY });
    clock += 60 * MINUTE;
    await refresh(deps, "all");
    expect(await feed()).toMatchObject({ trouble: { kind: "gone" }, nextFetchAt: clock + 23 * 60 * MINUTE });
    clock += 23 * 60 * MINUTE;
    await refresh(deps, "due");
    expect(await feed()).toMatchObject({ trouble: { kind: "closed" }, nextFetchAt: NEVER });
    server.clearLog();
    clock += 300 * DAY;
    await refresh(deps, "due");
    expect(server.log).toHaveLength(0);
    server.serve("/feed", { status: 500 });
    await refresh(deps, "all");
    expect(await feed()).toMatchObject({ trouble: { kind: "closed" }, nextFetchAt: NEVER, validators });
    await expectKept();
  });

  test("a feed that people found open again is asked by alarms again", async () => {
    await db.feeds.update("home", { nextFetchAt: NEVER, trouble: { kind: "closed", at: clock, status: 410 } });
    await refresh(deps, "all");
    expect(await feed()).toMatchObject({ trouble: null });
    expect((await feed()).nextFetchAt).toBeLessThan(clock + LATER);
  });

  test("a truncated document gives its whole items, and is asked for again in full", async () => {
    const whole = makeRss({ items: makeItems(6) });
    server.serve("/feed", { body: whole.slice(0, whole.indexOf("Article 4") + 4) });
    await refresh(deps, "due");
    expect((await titles()).slice(0, 2)).toEqual(["Article 6", "Article 5"]);
    expect(await feed()).toMatchObject({ trouble: { kind: "truncated" }, failures: 0 });
    expect((await feed()).validators.bodyHash).toBeNull();
  });

  test("a document that is truncated whenever it is asked for is believed, and asked for with its validators", async () => {
    const whole = makeRss({ items: makeItems(6) });
    server.serve("/feed", { body: whole.slice(0, whole.indexOf("Article 4") + 4), etag: true });
    for (let i = 0; i < 3; i++) {
      await refresh(deps, "due");
      clock += LATER;
    }
    expect(server.log.map((request) => request.status)).toEqual([200, 200, 200, 304]);
    expect(await feed()).toMatchObject({ trouble: { kind: "truncated" } });
  });

  test("a feed of no items after a full one says so and keeps its articles", async () => {
    server.serve("/feed", { body: makeRss({ items: [] }), etag: true });
    await refresh(deps, "due");
    await expectKept();
    expect(await feed()).toMatchObject({ trouble: { kind: "emptied" }, failures: 0 });
    server.serve("/feed", { body: makeRss({ items: makeItems(3) }), etag: true });
    clock += 120 * MINUTE;
    await refresh(deps, "due");
    await expectKept();
    expect((await feed()).trouble).toBeNull();
  });

  test("one feed's trouble does not keep the others", async () => {
    server.serve("/bad", { status: 500 });
    await follow("/bad", "bad");
    server.serve("/good", { body: makeRss({ items: [{ title: "Good news", id: "good" }] }) });
    await follow("/good", "good");
    await refresh(deps, "due");
    expect(await titles()).toContain("Good news");
    expect((await feed("bad")).failures).toBe(1);
  });
});

test("a fall from https to http by redirect is refused", async () => {
  server.serve("/feed", { body: makeRss({ items: makeItems(2) }) });
  await db.feeds.put(newFeed({ id: "home", url: "https://home.example/feed", title: "", homeUrl: null }, clock));
  const redirecting = async (_url: string, init: RequestInit) => {
    const response = await fetch(`${server.localOrigin}/feed`, init);
    Object.defineProperty(response, "redirected", { value: true });
    return response;
  };
  await refresh({ ...deps, fetch: redirecting }, "due");
  expect(await feed()).toMatchObject({ trouble: { kind: "blockedAddress" } });
  expect(await titles()).toEqual([]);
});

describe("an address in a private network", () => {
  const isPrivate = (url: string) => new URL(url).pathname === "/inner";

  test("is asked for nothing, and its source says why", async () => {
    server.serve("/inner", { body: makeRss({ items: makeItems(2) }) });
    await follow("/inner", "home");
    await refresh({ ...deps, isPrivate }, "due");
    expect(server.log).toEqual([]);
    expect(await feed()).toMatchObject({ trouble: { kind: "privateAddress" } });
  });

  test("tells nothing to a feed that leads there, and nothing changes", async () => {
    server.serve("/feed", { body: makeRss({ items: makeItems(2) }), etag: true });
    await follow("/feed", "home");
    await refresh({ ...deps, isPrivate }, "due");
    const before = await feed();
    server.serve("/feed", { redirectTo: "/inner" });
    server.serve("/inner", { body: makeRss({ title: "Intranet", items: makeItems(3) }), etag: true });
    clock += 24 * 3_600_000;
    await refresh({ ...deps, isPrivate }, "due");
    expect(await feed()).toMatchObject({
      title: before.title,
      validators: before.validators,
      trouble: { kind: "privateAddress" },
    });
    expect(await titles()).toHaveLength(2);
  });
});
