import { beforeEach, describe, expect, test, vi } from "vitest";
import { findFeeds, targetOf, type Finding, type Found } from "../../../lib/refresh/findFeeds.ts";
import type { FindDeps } from "../../../lib/refresh/search.ts";
import { calmWorld } from "../../support/calmWorld.ts";
import { startFeedServer, type FeedServer } from "../../support/feedServer.ts";
import { makeAtom, makeItems, makeJsonFeed, makeRss } from "../../support/makers.ts";
import { makeDb } from "../../support/rows.ts";
import type { Answer } from "../../support/serverAnswer.ts";

const NOW = Date.UTC(2025, 5, 1, 12);
const HTML = { "content-type": "text/html" };

let server: FeedServer;
let deps: FindDeps;
let waits: number[];

beforeEach(async () => {
  server = await startFeedServer();
  waits = [];
  deps = {
    ...calmWorld(makeDb(), () => NOW),
    wait: async (ms) => void waits.push(ms),
    isFollowed: () => false,
  };
  return () => server.stop();
});

const at = (path: string) => `${server.localOrigin}${path}`;
const page = (html: string): Answer => ({ headers: HTML, body: `<!doctype html><title>A page</title>${html}` });
const rss = (title = "The feed"): Answer => ({ body: makeRss({ title, items: makeItems(2) }) });
const link = (href: string, rest = "") => `<link rel="alternate" type="application/rss+xml" href="${href}" ${rest}>`;
const find = (path: string) => findFeeds({ urls: [at(path)], candidate: null }, deps);
const asked = () => server.log.map((request) => request.path);
const foundIn = (finding: Finding): Found => {
  if (finding.kind !== "found") throw new Error(`ended in ${JSON.stringify(finding)}`);
  return finding.found;
};
const troubleIn = (finding: Finding) => (finding.kind === "failed" ? finding.trouble.kind : finding.kind);

describe("one request", () => {
  test.each([
    ["RSS", makeRss({ title: "The feed", items: makeItems(2) })],
    ["Atom", makeAtom({ title: "The feed", items: makeItems(2) })],
    ["JSON Feed", makeJsonFeed({ title: "The feed", items: makeItems(2) })],
  ])("is enough for the address of %s, whatever type the server calls it", async (_format, body) => {
    server.serve("/x", { body, headers: HTML });
    const found = foundIn(await find("/x"));
    expect(found).toMatchObject({ url: at("/x"), title: "The feed", outcome: { kind: "fetched" } });
    expect(asked()).toEqual(["/x"]);
  });

  test("is enough for a feed of a known site", async () => {
    server.serve("/r/rss/.rss", rss("r/rss"));
    deps.fetch = (url, init) => fetch(url.replace("https://www.reddit.com", server.localOrigin), init);
    const found = foundIn(await findFeeds({ urls: ["https://www.reddit.com/r/rss"], candidate: null }, deps));
    expect(found).toMatchObject({ url: "https://www.reddit.com/r/rss/.rss", title: "r/rss" });
    expect(asked()).toEqual(["/r/rss/.rss"]);
  });

  test("is enough for a page that names several feeds; which one is for the person to say", async () => {
    server.serve("/", page(link("/law", 'title="Law"') + link("/world", 'title="World"')));
    expect(await find("/")).toMatchObject({ kind: "choice", candidates: [{ title: "Law" }, { title: "World" }] });
    expect(asked()).toEqual(["/"]);
  });

  test("is enough to learn that the page's feed is followed already", async () => {
    server.serve("/", page(link("/feed")));
    deps.isFollowed = (url) => url === at("/feed");
    expect(await find("/")).toEqual({ kind: "followed", url: at("/feed") });
    expect(asked()).toEqual(["/"]);
  });
});

test("a code host's project offers its lists without any request", async () => {
  const finding = await findFeeds({ urls: ["https://github.com/denoland/deno"], candidate: null }, deps);
  expect(finding).toMatchObject({
    kind: "choice",
    candidates: [{ kind: "releases" }, { kind: "commits" }, { kind: "tags" }],
  });
  expect(asked()).toEqual([]);
});

describe("two requests", () => {
  test("are enough for a page that names its feed, beside one for comments", async () => {
    server.serve("/", page(link("/comments/feed/", 'title="Comments"') + link("/feed", 'title="Feed"')));
    server.serve("/feed", rss());
    expect(foundIn(await find("/"))).toMatchObject({ url: at("/feed"), title: "The feed" });
    expect(asked()).toEqual(["/", "/feed"]);
    expect(waits).toEqual([250]);
  });

  test("are enough for a page with one publication in two formats", async () => {
    const atom = '<link rel="alternate" type="application/atom+xml" href="/atom" title="News (Atom)">';
    server.serve("/", page(link("/rss", 'title="News (RSS)"') + atom));
    server.serve("/rss", rss());
    expect(foundIn(await find("/")).url).toBe(at("/rss"));
    expect(asked()).toEqual(["/", "/rss"]);
  });

  test("are enough for a page with nothing but a link to its feed in the text", async () => {
    server.serve("/", page('<a href="/blog/feed.xml">RSS</a>'));
    server.serve("/blog/feed.xml", rss());
    expect(foundIn(await find("/")).url).toBe(at("/blog/feed.xml"));
    expect(asked()).toEqual(["/", "/blog/feed.xml"]);
  });

  test.each([
    ["a 429", { status: 429, headers: { "retry-after": "7200" } }, "tooManyRequests", { ms: 7_200_000 }],
    ["a 503", { status: 503 }, "serverError", null],
  ])("%s for the feed itself does not keep it from being found", async (_what, answer, kind, retryAfter) => {
    server.serve("/", page(link("/feed", 'title="The news"')));
    server.serve("/feed", answer);
    expect(foundIn(await find("/"))).toMatchObject({
      url: at("/feed"),
      title: "The news",
      outcome: { kind: "failed", trouble: { kind }, retryAfter },
    });
    expect(asked()).toEqual(["/", "/feed"]);
  });
});

test("a known site whose feed is not where it should be is looked at like any other", async () => {
  server.serve("/@name", page(link("/users/name.rss")));
  server.serve("/users/name.rss", rss());
  expect(foundIn(await find("/@name")).url).toBe(at("/users/name.rss"));
  expect(asked()).toEqual(["/@name.rss", "/@name", "/users/name.rss"]);
});

test("a feed chosen of several costs one request more", async () => {
  server.serve("/world", rss("World"));
  const chosen = targetOf({ url: at("/world"), title: "World", format: "rss", kind: "articles" });
  expect(foundIn(await findFeeds(chosen, deps)).title).toBe("World");
  expect(asked()).toEqual(["/world"]);
});

describe("six requests", () => {
  test("are the most: a page that names nothing has the well-known places tried, one after another", async () => {
    server.serve("/", page(""));
    expect(await find("/")).toEqual({ kind: "none", host: "127.0.0.1" });
    expect(asked()).toEqual(["/", "/feed", "/rss.xml", "/index.xml", "/atom.xml", "/feed.xml"]);
    expect(waits).toEqual([250, 250, 250, 250, 250]);
  });

  test("hold as well where the page names what is no feed", async () => {
    server.serve("/", page(link("/broken")));
    server.serve("/broken", page("not here"));
    expect(await find("/")).toMatchObject({ kind: "none" });
    expect(asked()).toHaveLength(6);
  });

  test("hold as well for an address with nothing at it", async () => {
    expect(await find("/old/page")).toMatchObject({ kind: "none" });
    expect(asked()).toEqual(["/old/page", "/feed", "/rss.xml", "/index.xml", "/atom.xml", "/feed.xml"]);
  });

  test("end with the first feed", async () => {
    server.serve("/", page(""));
    server.serve("/rss.xml", rss());
    expect(foundIn(await find("/")).url).toBe(at("/rss.xml"));
    expect(asked()).toEqual(["/", "/feed", "/rss.xml"]);
  });

  test("begin where the page's generator puts its feed", async () => {
    server.serve("/blog/", page('<meta name="generator" content="Hugo 0.139">'));
    server.serve("/blog/index.xml", rss());
    expect(foundIn(await find("/blog/")).url).toBe(at("/blog/index.xml"));
    expect(asked()).toEqual(["/blog/", "/blog/index.xml"]);
  });

  test.each([429, 403, 500])("end at a %d, which is no invitation to try the next door", async (status) => {
    server.serve("/", page(""));
    server.serve("/feed", { status });
    expect(await find("/")).toMatchObject({ kind: "none" });
    expect(asked()).toEqual(["/", "/feed"]);
  });
});

describe("a server that lets nobody in says how", () => {
  const password = '<form><input type="password"></form>';

  test.each<[string, Answer, string]>([
    ["a 403", { status: 403 }, "forbidden"],
    ["a challenge", { status: 403, headers: { "cf-mitigated": "challenge" } }, "challenge"],
    ["a 401", { status: 401 }, "unauthorized"],
    ["a 429", { status: 429 }, "tooManyRequests"],
    ["a 500", { status: 500 }, "serverError"],
    ["eleven megabytes", { body: " ".repeat(11 * 1024 * 1024) }, "tooLarge"],
  ])("%s ends the search at once", async (_what, answer, kind) => {
    server.serve("/", answer);
    expect(troubleIn(await find("/"))).toBe(kind);
    expect(asked()).toEqual(["/"]);
  });

  test("a redirect to a sign-in page", async () => {
    server.serve("/news", { redirectTo: "/login?next=/news" });
    server.serve("/login", page(password));
    expect(troubleIn(await find("/news"))).toBe("unauthorized");
    expect(asked()).toEqual(["/news", "/login?next=/news"]);
  });

  test("a page that asks for a password where a feed was to be", async () => {
    server.serve("/", page(link("/feed")));
    server.serve("/feed", page(password));
    expect(troubleIn(await find("/"))).toBe("unauthorized");
  });

  test("a page that asks for a password and has no feed anywhere", async () => {
    server.serve("/", page(password));
    expect(troubleIn(await find("/"))).toBe("unauthorized");
  });

  test("a challenge before the feed of a page", async () => {
    server.serve("/", page(link("/feed")));
    server.serve("/feed", { status: 403, headers: { "cf-mitigated": "challenge" } });
    expect(troubleIn(await find("/"))).toBe("challenge");
    expect(asked()).toEqual(["/", "/feed"]);
  });
});

describe("a server that is not there", () => {
  const nowhere = "http://127.0.0.1:1/";
  const findNowhere = () => findFeeds({ urls: [nowhere], candidate: null }, deps);

  test("is unreachable", async () => {
    expect(troubleIn(await findNowhere())).toBe("unreachable");
  });

  test("or we are offline", async () => {
    deps.isOnline = () => false;
    expect(troubleIn(await findNowhere())).toBe("offline");
  });

  test("or takes longer than 20 seconds", async () => {
    server.serve("/", () => new Promise(() => undefined));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const finding = find("/");
    await vi.waitUntil(() => server.log.length === 1);
    await vi.advanceTimersByTimeAsync(20_000);
    vi.useRealTimers();
    expect(troubleIn(await finding)).toBe("timeout");
  });

  test("a connection that breaks is unreachable as well", async () => {
    server.serve("/", { ...page("x".repeat(5000)), cutAfterBytes: 100 });
    expect(troubleIn(await find("/"))).toBe("unreachable");
  });
});

describe("https comes first", () => {
  const both = () => ({ urls: [at("/").replace("http:", "https:"), at("/")], candidate: null });

  test("and http where nobody speaks it", async () => {
    server.serve("/", rss());
    expect(foundIn(await findFeeds(both(), deps)).url).toBe(at("/"));
    expect(asked()).toEqual(["/"]);
  });

  test("which must be allowed", async () => {
    deps.mayFetch = async (url) => url.startsWith("https:");
    const finding = await findFeeds(both(), deps);
    expect(finding).toEqual({ kind: "noPermission", target: { urls: [at("/")], candidate: null } });
    expect(asked()).toEqual([]);
  });

  test("and http is not asked after an answer", async () => {
    server.serve("/", { status: 403 });
    deps.fetch = (url, init) => fetch(url.replace("https:", "http:"), init);
    expect(troubleIn(await findFeeds(both(), deps))).toBe("forbidden");
    expect(asked()).toEqual(["/"]);
  });
});

test("an address in a private network is asked for nothing, not even leave", async () => {
  server.serve("/", rss());
  deps.isPrivate = () => true;
  deps.mayFetch = async () => false;
  expect(troubleIn(await find("/"))).toBe("privateAddress");
  expect(asked()).toEqual([]);
});

describe("a host that is not allowed", () => {
  test("is not asked for the feed that a page names there", async () => {
    server.serve("/", page(link("https://feeds.example/site", 'title="The news"')));
    deps.mayFetch = async (url) => !url.startsWith("https://feeds.example");
    expect(await find("/")).toMatchObject({
      kind: "noPermission",
      target: { urls: ["https://feeds.example/site"], candidate: { title: "The news" } },
    });
    expect(asked()).toEqual(["/"]);
  });

  test("is told from a dead one where a redirect leads to it", async () => {
    server.serve("/", { redirectTo: "https://other.example/" });
    // As a browser does: a redirect to a host without permission fails like a lost connection.
    deps.fetch = async (url, init) => {
      const response = await fetch(url, { ...init, redirect: "manual" });
      if (response.status === 302 && init.redirect === "follow") throw new TypeError("Failed to fetch");
      return response;
    };
    expect(await find("/")).toEqual({ kind: "elsewhere", host: "127.0.0.1" });
    expect(asked()).toEqual(["/", "/"]);
  });
});

describe("a host that wants to be left alone", () => {
  test("is not asked again for as long, however often one tries", async () => {
    server.serve("/", { status: 429, headers: { "retry-after": "600" } });
    expect(troubleIn(await find("/"))).toBe("tooManyRequests");
    expect(troubleIn(await find("/"))).toBe("hostWaits");
    deps.now = () => NOW + 600_000;
    server.serve("/", rss());
    expect(foundIn(await find("/")).title).toBe("The feed");
    expect(asked()).toEqual(["/", "/"]);
  });

  test("can have a feed followed that is known by its address, for later", async () => {
    server.serve("/a", { status: 429, headers: { "retry-after": "600" } });
    await find("/a");
    const found = foundIn(await find("/@name"));
    expect(found).toMatchObject({ url: at("/@name.rss"), outcome: { kind: "failed", trouble: { kind: "hostWaits" } } });
    expect(asked()).toEqual(["/a"]);
  });
});

test("a redirect within the site is kept, for it saves one each time; one to another site is not", async () => {
  server.serve("/feed", { redirectTo: "/feed/" });
  server.serve("/feed/", rss());
  expect(foundIn(await find("/feed")).url).toBe(at("/feed/"));
  const elsewhere = at("/feed/").replace("127.0.0.1", "localhost");
  deps.fetch = (url, init) => fetch(url.replace("http://site.example", server.localOrigin), init);
  server.serve("/feed", { redirectTo: elsewhere });
  const found = foundIn(await findFeeds({ urls: ["http://site.example/feed"], candidate: null }, deps));
  expect(found.url).toBe("http://site.example/feed");
});

test("no request has cookies, a referrer or more headers than a feed's own", async () => {
  server.serve("/", page(link("/feed")));
  server.serve("/feed", rss());
  const inits: RequestInit[] = [];
  deps.fetch = (url, init) => (inits.push(init), fetch(url, init));
  await find("/");
  for (const init of inits) {
    expect(init).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" });
    expect([...new Headers(init.headers).keys()]).toEqual(["accept"]);
  }
  expect(inits).toHaveLength(2);
});
