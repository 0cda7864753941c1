import { signal } from "@preact/signals";
import { beforeEach, expect, test } from "vitest";
import { newFeed } from "../../../lib/db/feeds.ts";
import type { Candidate } from "../../../lib/feed/candidate.ts";
import type { Feed } from "../../../lib/model.ts";
import type { Finding, Found, Target } from "../../../lib/refresh/findFeeds.ts";
import type { Preview } from "../../../lib/refresh/preview.ts";
import { createFollow, type FollowDeps } from "../../../lib/view/follow.ts";

const URL_OF_B = "https://b.example/feed";
const outcome = { kind: "failed", trouble: { kind: "tooManyRequests", at: 0 }, retryAfter: null } as const;
const candidate = (url: string): Candidate => ({ url, title: url, format: null, kind: "articles" });
const found = (url = URL_OF_B, rest: Partial<Found> = {}): Finding => ({
  kind: "found",
  found: { url, title: "The B", outcome: { ...fetched, url }, ...rest },
});
const fetched = {
  kind: "fetched",
  bytes: new Uint8Array(),
  contentType: null,
  fresh: null,
  validators: { etag: null, lastModified: null, bodyHash: null, storedAt: 0 },
} as const;

const preview: Preview = {
  articles: [],
  count: 2,
  pictureUrls: ["https://cdn.example/1.png", "https://i.example/2.png"],
};

let seen: string[];
let allowed: boolean[];
let findings: (Finding | Promise<Finding>)[];
const feeds = signal<Feed[] | null>(null);

beforeEach(() => {
  seen = [];
  allowed = [];
  findings = [];
  feeds.value = [newFeed({ id: "a", url: "https://a.example/feed", title: "The A", homeUrl: null }, 0)];
});

function makeFollow(rest: Partial<FollowDeps> = {}) {
  return createFollow({
    asked: null,
    feeds,
    isPrivate: () => false,
    askToFetchAll: async (urls) => {
      seen.push(`ask ${urls.join(" ")}`);
      return allowed.shift() ?? true;
    },
    preview: () => preview,
    askToFetch: async (url) => {
      seen.push(`ask ${url}`);
      return allowed.shift() ?? true;
    },
    find: async ({ urls }: Target) => {
      seen.push(`find ${urls.join(" ")}`);
      return findings.shift() ?? { kind: "none", host: "b.example" };
    },
    follow: async ({ found: { url, title }, pictureHosts }) => {
      seen.push(pictureHosts === null ? `follow ${url}` : `follow ${url} with pictures of ${pictureHosts}`);
      feeds.value = [...(feeds.value ?? []), newFeed({ id: "b", url, title, homeUrl: null }, 0)];
      return { id: "b", isNew: true };
    },
    refreshNow: async (id) => void seen.push(`refresh ${id}`),
    ...rest,
  });
}

test("the one feed of a typed site is shown before it is followed, and nothing is stored until then", async () => {
  const follow = makeFollow();
  findings = [found()];
  await follow.submit("b.example");
  expect(follow.state.value).toMatchObject({ kind: "preview", found: { title: "The B" }, preview });
  expect(seen).toEqual(["ask https://b.example/", "find https://b.example/ http://b.example/"]);
  await follow.accept(null);
  expect(seen).toEqual([
    "ask https://b.example/",
    "find https://b.example/ http://b.example/",
    `follow ${URL_OF_B}`,
    "refresh b",
  ]);
  expect(follow.state.value).toEqual({ kind: "added", title: "The B", isSecure: true, isWaiting: false });
});

test("the browser is asked in the click itself, before anything is awaited", () => {
  void makeFollow().submit("b.example/feed");
  expect(seen).toEqual(["ask https://b.example/feed"]);
});

test("nobody is asked to allow an address in a private network", async () => {
  const follow = makeFollow({ isPrivate: () => true });
  findings = [{ kind: "failed", trouble: { kind: "privateAddress", at: 0, host: "router.lan" } }];
  await follow.submit("router.lan");
  expect(seen).toEqual(["find https://router.lan/ http://router.lan/"]);
  expect(follow.state.value).toMatchObject({ kind: "failed", trouble: { kind: "privateAddress" } });
});

test("for a known site the browser is asked for the host of its feed", () => {
  void makeFollow().submit("m.youtube.com/channel/UCabc");
  expect(seen).toEqual(["ask https://www.youtube.com/feeds/videos.xml?channel_id=UCabc"]);
});

test("while it is looked for, the state says where", async () => {
  const follow = makeFollow();
  let resolve: (finding: Finding) => void = () => undefined;
  findings = [new Promise<Finding>((settle) => (resolve = settle))];
  const submitted = follow.submit("b.example");
  await Promise.resolve();
  expect(follow.state.value).toEqual({ kind: "finding", host: "b.example" });
  resolve({ kind: "none", host: "b.example" });
  await submitted;
  expect(follow.state.value).toEqual({ kind: "none", host: "b.example" });
});

test("what a search finds for an address that is typed over is dropped", async () => {
  const follow = makeFollow();
  let resolve: (finding: Finding) => void = () => undefined;
  findings = [new Promise<Finding>((settle) => (resolve = settle))];
  const submitted = follow.submit("b.example");
  follow.dismiss();
  resolve(found());
  await submitted;
  expect(follow.state.value).toEqual({ kind: "idle" });
  expect(seen.some((each) => each.startsWith("follow"))).toBe(false);
});

test("of several feeds one is followed on request, and the others can be as well", async () => {
  const follow = makeFollow();
  const [news, law] = [candidate(URL_OF_B), candidate("https://b.example/law")];
  findings = [{ kind: "choice", candidates: [news, law] }, found()];
  await follow.submit("b.example");
  expect(follow.state.value).toEqual({ kind: "choice", host: "b.example" });
  await follow.choose(news);
  await follow.accept(null);
  expect(follow.state.value).toMatchObject({ kind: "added", title: "The B" });
  expect(follow.choices.value).toEqual([
    { candidate: news, isFollowed: true },
    { candidate: law, isFollowed: false },
  ]);
});

test("a refused host is not looked at, and can be allowed afterwards", async () => {
  const follow = makeFollow();
  allowed = [false, true];
  findings = [found()];
  await follow.submit("b.example");
  expect(follow.state.value).toMatchObject({ kind: "refused", host: "b.example" });
  expect(seen).toEqual(["ask https://b.example/"]);
  await follow.allow();
  expect(follow.state.value).toMatchObject({ kind: "preview" });
});

test("a feed on another host is a further question, and no second search", async () => {
  const follow = makeFollow();
  const target: Target = { urls: ["https://feeds.example/b"], candidate: candidate("https://feeds.example/b") };
  findings = [{ kind: "noPermission", target }, found("https://feeds.example/b")];
  await follow.submit("b.example");
  expect(follow.state.value).toMatchObject({ kind: "refused", host: "feeds.example" });
  await follow.allow();
  await follow.accept(null);
  expect(seen.slice(2)).toEqual([
    "ask https://feeds.example/b",
    "find https://feeds.example/b",
    "follow https://feeds.example/b",
    "refresh b",
  ]);
});

test("doing without encryption is a question, and marked", async () => {
  const follow = makeFollow();
  findings = [
    { kind: "noPermission", target: { urls: ["http://b.example/"], candidate: null } },
    found("http://b.example/feed"),
  ];
  await follow.submit("b.example");
  expect(follow.state.value).toMatchObject({ kind: "insecure", host: "b.example" });
  await follow.allow();
  await follow.accept(null);
  expect(follow.state.value).toMatchObject({ kind: "added", isSecure: false });
});

test("a feed whose server is busy is followed, and said to come later", async () => {
  const follow = makeFollow();
  findings = [found(URL_OF_B, { outcome })];
  await follow.submit("b.example");
  await follow.accept(null);
  expect(follow.state.value).toMatchObject({ kind: "added", isWaiting: true });
});

test("a failed search can be tried again", async () => {
  const follow = makeFollow();
  findings = [{ kind: "failed", trouble: { kind: "challenge", at: 0, host: "b.example" } }, found()];
  await follow.submit("b.example");
  expect(follow.state.value).toMatchObject({ kind: "failed", trouble: { kind: "challenge" }, host: "b.example" });
  await follow.tryAgain();
  expect(follow.state.value).toMatchObject({ kind: "preview" });
});

test("nothing is asked for a bad or a followed address", async () => {
  const follow = makeFollow();
  await follow.submit("news");
  expect(follow.state.value).toEqual({ kind: "bad" });
  await follow.submit("https://a.example/feed/");
  expect(follow.state.value).toEqual({ kind: "followed", title: "The A" });
  expect(seen).toEqual([]);
});

test("a site whose feed is followed already says by which name", async () => {
  const follow = makeFollow();
  findings = [{ kind: "followed", url: "https://a.example/feed" }];
  await follow.submit("a.example");
  expect(follow.state.value).toEqual({ kind: "followed", title: "The A" });
});

test("a question can be left at that", async () => {
  const follow = makeFollow();
  allowed = [false];
  await follow.submit("b.example/feed");
  follow.dismiss();
  await follow.allow();
  expect(follow.state.value).toEqual({ kind: "idle" });
  expect(seen).toEqual(["ask https://b.example/feed"]);
});

test("pictures of any host are allowed in the same click, and the source's own host alone asks for nothing", async () => {
  const follow = makeFollow();
  findings = [found()];
  await follow.submit("b.example");
  void follow.accept("any");
  expect(seen.at(-1)).toBe("ask https://cdn.example/1.png https://i.example/2.png");
  await Promise.resolve();
  await Promise.resolve();
  expect(seen.at(-2)).toBe(`follow ${URL_OF_B} with pictures of any`);

  feeds.value = [];
  seen = [];
  findings = [found()];
  await follow.submit("b.example");
  await follow.accept("own");
  expect(seen.slice(2)).toEqual([`follow ${URL_OF_B} with pictures of own`, "refresh b"]);
});

test("a refusal of other hosts leaves the source without their pictures, and followed", async () => {
  const follow = makeFollow();
  findings = [found()];
  await follow.submit("b.example");
  allowed = [false];
  await follow.accept("any");
  expect(seen.at(-2)).toBe(`follow ${URL_OF_B} with pictures of own`);
});

test("an address that leads to a followed feed is not shown again", async () => {
  const follow = makeFollow();
  findings = [found("https://a.example/feed/")];
  await follow.submit("b.example");
  expect(follow.state.value).toEqual({ kind: "followed", title: "The A" });
});

test("what another page asks for waits for a press, with the feeds that it named", async () => {
  const address = "https://b.example/";
  expect(makeFollow({ asked: { address, candidates: [] } }).state.value).toEqual({ kind: "ready", host: "b.example" });
  const follow = makeFollow({ asked: { address, candidates: [candidate(URL_OF_B), candidate(`${address}law`)] } });
  expect(follow.state.value).toEqual({ kind: "choice", host: "b.example" });
  expect(follow.choices.value).toHaveLength(2);
  expect(seen).toEqual([]);
});
