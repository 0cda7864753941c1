import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inscribed } from "../../lib/db/tombstones.ts";
import { openBrowser, type Evaluate, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { serveGrowingFeeds, type Slowness } from "../support/growingFeeds.ts";
import { holdStore } from "../support/holdStore.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeRandom } from "../support/makeRandom.ts";
import { makePng } from "../support/pictures.ts";
import { evaluateIn } from "../support/reading.ts";
import { starFirst } from "../support/starring.ts";
import { articlesOf, fireAlarm, letTimePass, putRows, refreshByAlarm, rowsOf } from "../support/stored.ts";
import { readStoreState } from "../support/storeState.ts";
import { pause, waitUntil } from "../support/waitUntil.ts";
import { sized } from "../support/whole.ts";

const STOPS = sized({ short: 6, whole: 200 });
const A_ROUND_MS = 20_000;
const STARS = 3;
/** Of an article that is to come, and must not. */
const BURIED = { keys: ["home g:home-45"], title: "Post 45" };
/** Of a body of 220 KB. */
const SLOW_BYTES_PER_SECOND = 60_000;
/** Until the worker has read a document, and wants to write what it says. */
const TO_READ_MS = 300;
const A_WRITE_MS = 80;
const PICTURE = makePng(300, 200);

const random = makeRandom(5);
let server: FeedServer;
let browser: TestBrowser;
let watch: Page;
let look: Evaluate;
let pace: () => Slowness | Promise<Slowness> = () => ({});
let picture: () => Promise<void> = async () => undefined;

beforeAll(async () => {
  server = await startFeedServer({ port: livePort() });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Each stops the worker at one step of a refresh of the home feed, and resolves when it has stopped. */
const moments: [name: string, stop: () => Promise<void>][] = [
  [
    "before the request",
    async () => {
      const release = await holdStore(look, "feeds");
      await fireAlarm(look);
      await waitUntil(() => browser.isWorkerRunning(), { what: "the worker" });
      await pause(random() * 200);
      await browser.stopWorker();
      expect(server.log).toEqual([]);
      await release(0);
    },
  ],
  [
    "while headers are awaited",
    async () => {
      const { wait, open } = makeGate();
      pace = () => wait.then(() => ({}));
      await fireAlarm(look);
      await waitUntil(() => server.log.length > 0, { what: "the request" });
      await pause(random() * 100);
      await browser.stopWorker();
      open();
    },
  ],
  [
    "in mid-body",
    async () => {
      pace = () => ({ dripBytesPerSecond: SLOW_BYTES_PER_SECOND });
      await fireAlarm(look);
      await waitForHeaders();
      await pause(random() * 1_000);
      await browser.stopWorker();
    },
  ],
  [
    "after the body",
    async () => {
      const release = await holdStore(look, "articles");
      await fireAlarm(look);
      await waitForHeaders();
      await pause(TO_READ_MS);
      await browser.stopWorker();
      await release(0);
    },
  ],
  [
    "during the write",
    async () => {
      const release = await holdStore(look, "articles");
      await fireAlarm(look);
      await waitForHeaders();
      await pause(TO_READ_MS);
      await release(random() * A_WRITE_MS);
      await browser.stopWorker();
    },
  ],
  [
    "between the write and the notice",
    async () => {
      const { wait, open } = makeGate();
      picture = () => wait;
      await fireAlarm(look);
      // Those that a notice may show are fetched before it.
      await waitUntil(() => server.log.some(({ path }) => path.startsWith("/picture.png")), { what: "a picture" });
      await browser.stopWorker();
      open();
      const waiting = (await rowsOf<{ key: string; value: unknown }>(look, "state")).find(
        ({ key }) => key === "arrivals",
      );
      expect(waiting?.value, "what nobody was told of").toBeInstanceOf(Array);
    },
  ],
];

test(
  `a worker stopped ${STOPS} times, at each step of a refresh, leaves in the end what one leaves that is not`,
  async () => {
    await start();
    const left = new Map<string | null, string[]>();
    const written = new Map<string, number>();
    for (let stop = 0; stop < STOPS; stop++) {
      const [name, stopWorker] = moments[stop % moments.length] ?? ["", async () => undefined];
      const before = await readStoreState(look);
      await waitUntilIdle();
      await letTimePass(look);
      server.clearLog();
      await stopWorker();
      [pace, picture] = [() => ({}), async () => undefined];

      const { etag, lines } = await readStoreState(look);
      if (etag !== before.etag) written.set(name, (written.get(name) ?? 0) + 1);
      else expect(articlesIn(lines), `${name}, stop ${stop}`).toEqual(articlesIn(before.lines));
      const feed = await refreshByAlarm(look);
      expect([feed.trouble, feed.lease, feed.lostLeases]).toEqual([null, null, 0]);
      const state = await readStoreState(look);
      left.set(state.etag, state.lines);
    }
    const [, , , , [during] = [""], [after] = [""]] = moments;
    const times = Math.floor(STOPS / moments.length);
    // The step of a stop shows in what it left: nothing, all, and of those in the write some this and some that.
    expect([...written.keys()].filter((name) => name !== during)).toEqual([after]);
    expect(written.get(after)).toBeGreaterThanOrEqual(times);
    console.log(`${STOPS} stops; ${written.get(during) ?? 0} of ${times} in the write came after its end`);
    await browser.close();

    await start();
    for (let compared = 0; compared < left.size; await refreshByAlarm(look)) {
      const { etag, lines } = await readStoreState(look);
      const interrupted = left.get(etag);
      if (!interrupted) continue;
      expect(interrupted, `with the document ${etag}`).toEqual(lines);
      compared++;
    }
  },
  60_000 + STOPS * A_ROUND_MS,
);

/** A new profile, and a publisher who begins anew: some articles, of which some are starred, and one that is dead. */
async function start(): Promise<void> {
  serveGrowingFeeds(server, () => pace());
  server.serve("/picture.png", () => picture().then(() => ({ body: PICTURE })));
  browser = await openBrowser({ kind: "chromium", extensionDir: liveBuild("chromium") });
  watch = await browser.openPage("options.html");
  look = evaluateIn(watch);
  await waitUntil(async () => (await articlesOf(look)).length === 40, { what: "the first load" });
  const stone = { feedId: "home", ...inscribed(BURIED), seenAt: Date.now() };
  await putRows(look, "tombstones", [stone]);
  const panel = await browser.openPage("sidepanel.html#/all");
  await panel.waitForSelector(".row button.star");
  for (let star = 0; star < STARS; star++) await starFirst(panel);
  await panel.close();
}

/** Everything that the background does holds a lock under its name. */
async function waitUntilIdle(): Promise<void> {
  const held = () => look(async () => (await navigator.locks.query()).held?.length ?? 0);
  // One after another, with nothing between two of them for a moment.
  await waitUntil(async () => (await held()) + (await held()) + (await held()) === 0, { what: "an idle background" });
}

const articlesIn = (lines: string[]): string[] => lines.filter((line) => line.startsWith("article "));

const waitForHeaders = () => waitUntil(() => server.log.some(({ status }) => status === 200), { what: "headers" });

function makeGate(): { wait: Promise<void>; open: () => void } {
  let open = () => {};
  const wait = new Promise<void>((resolve) => (open = resolve));
  return { wait, open };
}
